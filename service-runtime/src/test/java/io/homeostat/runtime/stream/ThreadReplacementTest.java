package io.homeostat.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadReplacementTest {

    @Test
    void allowsItWhereAThreadIsDead() {
        assertThat(ThreadReplacement.refusal(PipelineState.RUNNING, List.of("RUNNING", "DEAD"), 2, () -> true))
                .isEmpty();
    }

    @Test
    void allowsItWhereThereAreFewerThreadsThanConfigured() {
        assertThat(ThreadReplacement.refusal(PipelineState.REBALANCING, List.of(), 1, () -> true))
                .isEmpty();
    }

    @Test
    void refusesItWhereAllThreadsRunAndTakesNothingFromTheBudget() {
        assertThat(ThreadReplacement.refusal(PipelineState.RUNNING, List.of("RUNNING"), 1, () -> {
                    throw new AssertionError("the budget was asked");
                }))
                .hasValue("there is no thread to replace: 1 of 1 run");
    }

    @Test
    void refusesItWhenTheBudgetIsSpent() {
        assertThat(ThreadReplacement.refusal(PipelineState.RUNNING, List.of("DEAD"), 1, () -> false))
                .hasValue("as many threads were replaced in the last minutes as may be; restart the pipeline");
    }

    @Test
    void refusesItWhereThePipelineDoesNotRun() {
        assertThat(ThreadReplacement.refusal(PipelineState.FAILED, List.of("DEAD"), 1, () -> true))
                .hasValue("the pipeline is FAILED, and takes a new thread only while it runs; restart it");
    }
}
