package io.zizhi.faults;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    /** The rooms in order; each may use only later rooms. */
    private static final List<String> ROOMS =
            List.of("campaign", "mutants", "nemesis", "audit", "evidence", "driver", "suite");

    private static final JavaClasses OWN = new ClassFileImporter()
            // ArchUnit knows only the usual build folder
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("io.zizhi.faults");

    @Test
    void rooms_depend_only_on_later_rooms() {
        for (int room = 0; room < ROOMS.size(); room++) {
            List<String> allowed = new ArrayList<>(List.of("java..", "javax..", "com..", "org.."));
            allowed.addAll(List.of("io.zizhi.contracts..", "io.zizhi.local..", "io.zizhi.e2e.."));
            ROOMS.subList(room, ROOMS.size()).forEach(later -> allowed.add(inside(later)));
            classes()
                    .that()
                    .resideInAPackage(inside(ROOMS.get(room)))
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(allowed.toArray(String[]::new))
                    .because("a room depends only on later rooms in " + ROOMS + ", and on no service")
                    .check(OWN);
        }
    }

    @Test
    void every_class_is_in_a_room() {
        classes()
                .should()
                .resideInAnyPackage(ROOMS.stream().map(ArchitectureTest::inside).toArray(String[]::new))
                .check(OWN);
    }

    private static String inside(String room) {
        return "io.zizhi.faults." + room + "..";
    }
}
