package io.homeostat.localstack;

import io.homeostat.localstack.plan.LocalStackProperties;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The one-command runner: a real Kafka and the three services on one machine. */
@SpringBootApplication
public class LocalStackApplication {

    private static final int CANNOT_START = 2;
    private static final int NO_KAFKA = 3;

    public static void main(String[] arguments) throws InterruptedException {
        SpringApplication application = new SpringApplication(LocalStackApplication.class);
        application.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>)
                prepared -> check(prepared.getEnvironment()));
        ConfigurableApplicationContext context = application.run(arguments);
        if (!context.getBean(LocalStack.class).start()) {
            System.exit(SpringApplication.exit(context, () -> NO_KAFKA));
        }
    }

    private static void check(Environment environment) {
        LocalStackProperties properties = Binder.get(environment).bindOrCreate("homeostat", LocalStackProperties.class);
        int ownPort = environment.getRequiredProperty("server.port", Integer.class);
        List<String> complaints = StartChecks.complaints(properties, location(), ownPort);
        if (!complaints.isEmpty()) {
            complaints.forEach(System.err::println);
            System.exit(CANNOT_START);
        }
    }

    /** This program's jar, or its folder of classes. */
    static Path location() {
        ApplicationHome home = new ApplicationHome(LocalStackApplication.class);
        File source = home.getSource();
        return (source == null ? home.getDir() : source).toPath();
    }
}
