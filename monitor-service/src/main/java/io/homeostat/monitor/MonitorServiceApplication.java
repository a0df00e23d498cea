package io.homeostat.monitor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that watches the streams: rules, alerts, their store, the dashboard. */
@SpringBootApplication
public class MonitorServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(MonitorServiceApplication.class, arguments);
    }
}
