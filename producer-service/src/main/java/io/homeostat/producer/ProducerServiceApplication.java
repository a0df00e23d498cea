package io.homeostat.producer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that feeds the streams: simulation, replay, HTTP ingest. */
@SpringBootApplication
public class ProducerServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ProducerServiceApplication.class, arguments);
    }
}
