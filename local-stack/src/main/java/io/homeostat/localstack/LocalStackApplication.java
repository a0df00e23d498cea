package io.homeostat.localstack;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one-command runner: a real Kafka and the three services on one machine. */
@SpringBootApplication
public class LocalStackApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(LocalStackApplication.class, arguments);
    }
}
