package io.homeostat.detection;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.homeostat.detection", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule USES_THE_JDK_AND_THE_MODEL_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.homeostat.detection..",
                    "io.homeostat.model..",
                    "org.jspecify.annotations..",
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.nio.charset..");

    @ArchTest
    static final ArchRule HAS_NO_CYCLES_BETWEEN_ITS_ROOMS =
            slices().matching("io.homeostat.detection.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule IS_TOLD_THE_TIME_AND_THE_CHANCE = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(
                    java.util.Random.class,
                    java.util.concurrent.ThreadLocalRandom.class,
                    java.time.Clock.class,
                    Thread.class);
}
