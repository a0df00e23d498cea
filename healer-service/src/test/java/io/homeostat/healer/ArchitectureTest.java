package io.homeostat.healer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.homeostat", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ROOMS_DO_NOT_GO_IN_CIRCLES =
            slices().matching("io.homeostat.healer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule SERVICES_MEET_ONLY_ON_KAFKA_AND_HTTP = noClasses()
            .that()
            .resideInAPackage("io.homeostat.healer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.homeostat.monitor..", "io.homeostat.producer..", "io.homeostat.localstack..");

    @ArchTest
    static final ArchRule THE_RUNTIME_KNOWS_NOTHING_OF_DETECTION = noClasses()
            .that()
            .resideInAPackage("io.homeostat.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.homeostat.detection..");
}
