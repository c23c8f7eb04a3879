package io.zizhi.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.zizhi.platform.testkit.ArchitectureRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlatformArchitectureTest {

    private static final JavaClasses PLATFORM = imported("io.zizhi.platform");

    @Test
    void rooms_depend_only_on_later_rooms() {
        ArchitectureRules.roomsKeepTheirOrder(
                PLATFORM,
                "io.zizhi.platform",
                "testkit",
                "operations",
                "messaging",
                "timers",
                "openapi",
                "observability",
                "identity",
                "privacy",
                "runtime",
                "database",
                "http",
                "ticker");
    }

    @Test
    void statements_name_their_columns() {
        ArchitectureRules.statementsNameTheirColumns(Path.of("../src/main/java"));
        ArchitectureRules.problemsHaveChineseTexts(Path.of("../src/main/java"));
    }

    @Test
    void tests_start_the_application_rarely() {
        ArchitectureRules.testsStartTheApplicationRarely("io.zizhi.platform");
    }

    @Test
    void platform_does_not_depend_on_services() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.zizhi.qualification..",
                        "io.zizhi.document..",
                        "io.zizhi.review..",
                        "io.zizhi.notification..")
                .because("it is shared by all of them")
                .check(PLATFORM);
    }

    @Test
    void contracts_do_not_depend_on_frameworks() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", "io.zizhi.contracts..")
                .because("readers of events must not need the suite's frameworks")
                .check(imported("io.zizhi.contracts"));
    }

    private static JavaClasses imported(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(ArchitectureRules.MAIN_CLASSES)
                .importPackages(rootPackage);
    }
}
