package io.homeostat.monitor.past;

import static io.homeostat.monitor.past.PastTests.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmUpTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'when': {'kind': 'threshold', 'above': 30}                                          | PT10M
            'when': {'kind': 'threshold', 'above': 30}, 'for': 'PT1H', 'clear': {'for': 'PT2H'} | PT3H
            'when': {'kind': 'window', 'aggregate': 'mean', 'size': 'PT1H', 'above': 30}        | PT2H
            'when': {'kind': 'not', 'condition': {'kind': 'missing', 'duration': 'PT30M'}}      | PT1H
            'when': {'kind': 'baseline', 'falseAlarms': '1 per P7D'}                            | PT24H
            'when': {'kind': 'any', 'conditions': [{'kind': 'baseline'}]}                       | PT48H
            'when': {'kind': 'flatline', 'duration': 'P30D'}                                    | PT168H
            'when': {'kind': 'threshold', 'above': 'Plenty'}                                    | PT10M
            """)
    void followsFromTheLongestTimeThatARuleNames(String fields, Duration warmUp) {
        assertThat(WarmUp.of(rule(fields))).isEqualTo(warmUp);
    }
}
