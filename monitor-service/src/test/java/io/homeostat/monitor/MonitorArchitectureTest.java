package io.homeostat.monitor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class MonitorArchitectureTest {

    private static final JavaClasses MONITOR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.homeostat.monitor");

    @Test
    void roomsDoNotDependOnEachOtherInACircle() {
        slices().matching("io.homeostat.monitor.(*)..")
                .should()
                .beFreeOfCycles()
                .check(MONITOR);
    }

    @Test
    void noOtherServiceIsImported() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.homeostat.producer..", "io.homeostat.healer..", "io.homeostat.localstack..")
                .check(MONITOR);
    }

    @Test
    void readingsAreKeptWithoutKnowingOfAlertsOrTheTopology() {
        noClasses()
                .that()
                .resideInAPackage("io.homeostat.monitor.readings..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.homeostat.monitor.alerting..",
                        "io.homeostat.monitor.live..",
                        "io.homeostat.monitor.topology..")
                .check(MONITOR);
    }

    @Test
    void alertsAboutMachineryNeedNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage("io.homeostat.monitor.machinery..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.homeostat.monitor.alerting..", "io.homeostat.monitor.incidents..", "jakarta.persistence..")
                .check(MONITOR);
    }

    @Test
    void theTopologyKnowsOfNoDatabaseAndNoPage() {
        noClasses()
                .that()
                .resideInAPackage("io.homeostat.monitor.topology..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.homeostat.monitor.alerting..",
                        "io.homeostat.monitor.live..",
                        "jakarta.persistence..",
                        "org.springframework.web..")
                .check(MONITOR);
    }

    @Test
    void thePastIsReadAndJudgedAgainWithoutADatabaseOrAPage() {
        noClasses()
                .that()
                .resideInAPackage("io.homeostat.monitor.past..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.homeostat.monitor.alerting..",
                        "io.homeostat.monitor.rules..",
                        "io.homeostat.monitor.topology..",
                        "jakarta.persistence..",
                        "org.springframework.web..")
                .check(MONITOR);
    }
}
