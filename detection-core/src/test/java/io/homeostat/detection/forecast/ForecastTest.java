package io.homeostat.detection.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.homeostat.detection.binary.ByteReader;
import io.homeostat.detection.binary.ByteWriter;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);
    private static final long HOUR = 60 * MINUTE;
    private static final long START = 1_795_421_700_000L;
    private static final double NINETY = Normal.quantile(0.9);

    private final Forecast forecast = new Forecast(30, 3, 30 * MINUTE);

    @Test
    void goesOnAsAStraightLineDoes() {
        for (int i = 0; i < 20; i++) {
            forecast.add(START + i * MINUTE, 20 + 0.1 * i);
        }
        assertThat(forecast.highestPassed(10 * MINUTE, NINETY)).isCloseTo(22.9, within(1e-6));
        assertThat(forecast.lowestPassed(10 * MINUTE, NINETY)).isCloseTo(21.9, within(1e-6));
    }

    @Test
    void saysNothingOfFewReadings() {
        for (int i = 0; i < 7; i++) {
            forecast.add(START + i * MINUTE, 20 + i);
        }
        assertThat(forecast.isKnown()).isFalse();
        forecast.add(START + 7 * MINUTE, 27);
        assertThat(forecast.isKnown()).isTrue();
    }

    @Test
    void isPassedAsOftenAsItsCertaintySays() {
        Random random = new Random(7);
        int passed = 0;
        int told = 0;
        for (int series = 0; series < 400; series++) {
            Forecast one = new Forecast(30, 3, 30 * MINUTE);
            double slope = random.nextGaussian() / 20;
            for (int i = 0; i < 60; i++) {
                one.add(START + i * MINUTE, 20 + slope * i + random.nextGaussian());
            }
            double sure = one.highestPassed(0, NINETY);
            double next = 20 + slope * 59 + random.nextGaussian();
            told++;
            passed += next > sure ? 1 : 0;
        }
        assertThat((double) passed / told).isBetween(0.85, 0.95);
    }

    @Test
    void knowsTheSeasonOfTheDay() {
        Forecast days = new Forecast(30, 3, HOUR);
        long now = START;
        for (int i = 0; i < 6 * 24 * 12; i++) {
            now = START + i * 5 * MINUTE;
            days.add(now, day(now));
        }
        double expected = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= 8; i++) {
            expected = Math.max(expected, day(now + i * HOUR / 8));
        }
        assertThat(days.highestPassed(HOUR, 0)).isCloseTo(expected, within(0.5));
    }

    private static double day(long millis) {
        return 20 + 5 * Math.sin(2 * Math.PI * (millis % (24 * HOUR)) / (24.0 * HOUR));
    }

    @Test
    void takesNoTrendFromOneBadReading() {
        for (int i = 0; i < 30; i++) {
            forecast.add(START + i * MINUTE, i == 25 ? 1e300 : 20 + 0.01 * (i % 3));
        }
        assertThat(forecast.highestPassed(30 * MINUTE, NINETY)).isLessThan(30);
        for (int i = 30; i < 600; i++) {
            forecast.add(START + i * MINUTE, 20 + 0.01 * (i % 3));
        }
        assertThat(forecast.highestPassed(30 * MINUTE, 0)).isCloseTo(20, within(0.1));
    }

    @Test
    void isTheSameWhenItWasWrittenAndRead() {
        for (int i = 0; i < 30; i++) {
            forecast.add(START + i * 7 * MINUTE, 20 + i % 5);
        }
        ByteWriter out = new ByteWriter();
        forecast.write(out);
        assertThat(out.size()).isLessThan(256);
        Forecast read = new Forecast(30, 3, 30 * MINUTE);
        read.read(new ByteReader(out.toBytes()));
        for (int i = 30; i < 40; i++) {
            read.add(START + i * 7 * MINUTE, 20 + i % 5);
            forecast.add(START + i * 7 * MINUTE, 20 + i % 5);
        }
        assertThat(read.highestPassed(HOUR, 1)).isEqualTo(forecast.highestPassed(HOUR, 1));
    }

    @Test
    void hasTheQuantilesOfTheNormalDistribution() {
        assertThat(Normal.quantile(0.5)).isCloseTo(0, within(1e-9));
        assertThat(Normal.quantile(0.9)).isCloseTo(1.2815515655, within(1e-8));
        assertThat(Normal.quantile(0.999)).isCloseTo(3.0902323062, within(1e-8));
        assertThat(Normal.quantile(0.01)).isCloseTo(-2.3263478740, within(1e-8));
    }
}
