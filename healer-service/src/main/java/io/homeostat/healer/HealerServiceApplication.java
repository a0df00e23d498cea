package io.homeostat.healer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that heals: corrections of readings, and sick services. */
@SpringBootApplication
public class HealerServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(HealerServiceApplication.class, arguments);
    }
}
