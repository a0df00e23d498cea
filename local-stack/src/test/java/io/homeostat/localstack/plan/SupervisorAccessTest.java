package io.homeostat.localstack.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SupervisorAccessTest {

    private final SupervisorAccess access = SupervisorAccess.create(8080);
    private final String token = access.environment().get(StackPlan.SUPERVISOR_TOKEN);

    @Test
    void isGrantedByTheTokenAlone() {
        assertThat(access.isGrantedBy("Bearer " + token)).isTrue();
        assertThat(access.isGrantedBy(token)).isFalse();
        assertThat(access.isGrantedBy("Bearer " + token + "x")).isFalse();
        assertThat(access.isGrantedBy("")).isFalse();
    }

    @Test
    void isAnotherAtEachStart() {
        assertThat(SupervisorAccess.create(8080).isGrantedBy("Bearer " + token)).isFalse();
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
    }
}
