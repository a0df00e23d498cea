package io.homeostat.healer.leading;

import static org.assertj.core.api.Assertions.assertThat;

import io.homeostat.healer.recovering.guards.Authority;
import org.junit.jupiter.api.Test;

class TenureTest {

    private static final long NOW = 1_000_000;

    @Test
    void givesNoAuthorityBeforeTheGroupDoes() {
        assertThat(new Tenure(false).authority(NOW)).isEqualTo(Authority.NONE);
        assertThat(new Tenure(false).generation()).isNull();
    }

    @Test
    void givesFullAuthorityOnlyWhileAProofIsFresh() {
        Tenure tenure = new Tenure(false);
        tenure.appointed();
        assertThat(tenure.authority(NOW)).as("not proved yet").isEqualTo(Authority.BROKER_ONLY);

        tenure.proved(7, NOW);

        assertThat(tenure.authority(NOW + Tenure.PROOF_LASTS_MILLIS - 1)).isEqualTo(Authority.FULL);
        assertThat(tenure.authority(NOW + Tenure.PROOF_LASTS_MILLIS)).isEqualTo(Authority.BROKER_ONLY);
        assertThat(tenure.generation()).isEqualTo(7);
    }

    @Test
    void takesNoAuthorityFromAProofThatComesAfterTheDismissal() {
        Tenure tenure = new Tenure(false);
        tenure.appointed();
        tenure.proved(7, NOW);
        tenure.dismissed();

        tenure.proved(7, NOW + 100);

        assertThat(tenure.authority(NOW + 200)).isEqualTo(Authority.NONE);
        assertThat(tenure.generation()).isNull();
    }

    @Test
    void leavesTheLastLeaderTheBrokerAfterARestart() {
        assertThat(new Tenure(true).authority(NOW)).isEqualTo(Authority.BROKER_ONLY);
    }
}
