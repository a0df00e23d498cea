package io.homeostat.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.homeostat.runtime", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule roomsDoNotGoInCircles =
            slices().matching("io.homeostat.runtime.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsKnownOfDetectionOrOfAService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.homeostat.detection..",
                    "io.homeostat.producer..",
                    "io.homeostat.monitor..",
                    "io.homeostat.healer..",
                    "io.homeostat.localstack..");

    @ArchTest
    static final ArchRule settingsAndRulesAreAskedAndAskNobody = noClasses()
            .that()
            .resideInAnyPackage("io.homeostat.runtime.settings..", "io.homeostat.runtime.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.homeostat.runtime.stream..",
                    "io.homeostat.runtime.web..",
                    "io.homeostat.runtime.topics..",
                    "io.homeostat.runtime.broker..");

    @ArchTest
    static final ArchRule timeIsPassedIn = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
