package io.homeostat.localstack;

import io.homeostat.localstack.plan.LocalStackProperties;
import io.homeostat.localstack.plan.StackPlan;
import io.homeostat.localstack.plan.SupervisorAccess;
import io.homeostat.localstack.processes.Supervisor;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Makes the stack from its settings and hands it to the web application, most of which starts beside Kafka. Refuses the
 * start with a sentence for each reason, before anything runs.
 */
final class StackStart
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>,
                ApplicationContextInitializer<GenericApplicationContext> {

    private static final int CANNOT_START = 2;

    private final Path program;
    private @Nullable Parts parts;

    StackStart(Path program) {
        this.program = program;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        Environment environment = prepared.getEnvironment();
        LocalStackProperties properties = Binder.get(environment).bindOrCreate("homeostat", LocalStackProperties.class);
        SupervisorAccess access =
                SupervisorAccess.create(environment.getRequiredProperty("server.port", Integer.class));
        StackPlan plan = new StackPlan(properties, program, access);
        List<String> complaints = StartChecks.complaints(properties, plan);
        if (!complaints.isEmpty()) {
            complaints.forEach(System.err::println);
            System.exit(CANNOT_START);
        }
        StackConsole console = new StackConsole(System.out);
        Supervisor supervisor = new Supervisor(plan.broker(), plan.services(), InstantSource.system(), console);
        LocalStack stack = new LocalStack(supervisor, plan, properties, access.port(), console);
        parts = new Parts(access, supervisor, stack);
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        Parts made = parts;
        if (made == null) {
            throw new IllegalStateException("the environment must be prepared before the context");
        }
        context.getBeanFactory().registerSingleton("supervisorAccess", made.access());
        context.getBeanFactory().registerSingleton("supervisor", made.supervisor());
        // As a definition, so that the context begins it before its other beans and after the settings' check, and ends
        // it.
        context.registerBean(LocalStack.class, made::stack, stack -> stack.setInitMethodName("begin"));
    }

    private record Parts(SupervisorAccess access, Supervisor supervisor, LocalStack stack) {}
}
