package io.homeostat.healer.healing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeostat.healer.diagnosing.DiagnosisLimits;
import io.homeostat.healer.recovering.RecoverySettings;
import io.homeostat.healer.recovering.guards.GuardSettings;
import io.homeostat.healer.recovering.guards.HealingMode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HealingPropertiesTest {

    @Test
    void whatIsNotSetIsWhatThePureCoreTakesByDefault() {
        HealingProperties unset = bound(Map.of());

        assertThat(unset.mode()).isEqualTo(HealingMode.ACT);
        assertThat(unset.asRecoverySettings()).isEqualTo(RecoverySettings.DEFAULTS);
        assertThat(unset.asGuardSettings()).isEqualTo(GuardSettings.DEFAULTS);
        assertThat(unset.asLimits()).isEqualTo(DiagnosisLimits.DEFAULTS);
    }

    @Test
    void whatTheCoreRefusesIsRefusedWithTheKey() {
        HealingProperties none = bound(Map.of("homeostat.healing.budget.target", "0"));

        assertThatThrownBy(none::asGuardSettings)
                .hasMessageContaining("homeostat.healing.budget")
                .hasMessageContaining("target restarts must be at least 1, was 0");
    }

    private static HealingProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("homeostat.healing", HealingProperties.class);
    }
}
