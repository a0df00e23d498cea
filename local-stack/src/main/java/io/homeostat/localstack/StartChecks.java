package io.homeostat.localstack;

import io.homeostat.localstack.plan.LocalStackProperties;
import io.homeostat.localstack.plan.MissingJarException;
import io.homeostat.localstack.plan.StackPlan;
import io.homeostat.localstack.processes.PortCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What must be true before anything is started, so that a refusal leaves nothing behind. */
final class StartChecks {

    private StartChecks() {}

    /** A sentence for each thing that keeps the stack from starting. */
    static List<String> complaints(LocalStackProperties properties, StackPlan plan) {
        List<String> complaints = new ArrayList<>(PortCheck.complaints(plan.ports()));
        try {
            plan.services();
        } catch (MissingJarException e) {
            complaints.add(String.valueOf(e.getMessage()));
        }
        try {
            Files.createDirectories(properties.dataDir().resolve("logs"));
            FolderLock.claim(properties.dataDir()).ifPresent(complaints::add);
        } catch (IOException e) {
            complaints.add("The folder %s cannot be written to (%s); choose another with --homeostat.data-dir=<folder>."
                    .formatted(properties.dataDir(), e));
        }
        return complaints;
    }
}
