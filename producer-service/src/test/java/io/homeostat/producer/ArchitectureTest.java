package io.homeostat.producer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.homeostat.producer");

    @Test
    void roomsHaveNoCycles() {
        slices().matching("io.homeostat.producer.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void simulationReplayAndIngestDoNotKnowEachOther() {
        slices().matching("io.homeostat.producer.(simulation|replay|ingest)..")
                .should()
                .notDependOnEachOther()
                .check(classes);
    }

    @Test
    void whatMakesReadingsKnowsNoKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..publishing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(classes);
    }

    @Test
    void timeIsPassedIn() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(classes);
    }
}
