package io.homeostat.localstack;

import io.homeostat.localstack.plan.LocalStackProperties;
import java.io.File;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.ConfigurableApplicationContext;

/** The one-command runner: a real Kafka and the three services on one machine. */
@SpringBootApplication
@EnableConfigurationProperties(LocalStackProperties.class)
public class LocalStackApplication {

    private static final int NO_KAFKA = 3;

    public static void main(String[] arguments) {
        StackStart start = new StackStart(location());
        SpringApplication application = new SpringApplication(LocalStackApplication.class);
        application.addListeners(start);
        application.addInitializers(start);
        ConfigurableApplicationContext context = application.run(arguments);
        if (!context.getBean(LocalStack.class).awaitRunning()) {
            System.exit(SpringApplication.exit(context, () -> NO_KAFKA));
        }
    }

    /** This program's jar, or its folder of classes. */
    private static Path location() {
        ApplicationHome home = new ApplicationHome(LocalStackApplication.class);
        File source = home.getSource();
        return (source == null ? home.getDir() : source).toPath();
    }
}
