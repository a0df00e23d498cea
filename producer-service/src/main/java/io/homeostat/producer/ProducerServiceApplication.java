package io.homeostat.producer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service that feeds the streams: simulation, replay, HTTP ingest. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ProducerServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ProducerServiceApplication.class, arguments);
    }
}
