package io.homeostat.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.homeostat.model", importOptions = ImportOption.DoNotIncludeTests.class)
class CommonModelArchitectureTest {

    @ArchTest
    static final ArchRule IMPORTS_ONLY_THE_JDK_AND_THE_JSON_LIBRARY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.homeostat.model..",
                    "java..",
                    "tools.jackson..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule SUBJECTS_HAVE_NO_CYCLES =
            slices().matching("io.homeostat.model.(*)..").should().beFreeOfCycles();
}
