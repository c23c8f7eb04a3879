package io.zizhi.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Limits how often the tests of a module start its application. A start takes about twenty processor seconds. Quarkus
 * starts the application once for all test classes with the same profile and the same resources, arguments included.
 */
final class ApplicationStarts {

    /** Starts by module, the root package of which names it. */
    private static final Map<String, Integer> ALLOWED = Map.of(
            "io.zizhi.qualification", 1,
            "io.zizhi.document", 1,
            "io.zizhi.platform", 1,
            "io.zizhi.review", 1,
            "io.zizhi.notification", 1);

    /** Tags of tests that run only with {@code --all}. */
    private static final Set<String> LEFT_OUT = Set.of("long", "alone");

    private ApplicationStarts() {}

    static void check(String rootPackage) {
        Map<String, List<String>> starts = byStart(rootPackage);
        assertThat(starts)
                .as(
                        "starts of the application, each with its test classes. Let a class use the profile and the"
                                + " resources of the others, or tag it \"long\": %s",
                        starts)
                .hasSizeLessThanOrEqualTo(ALLOWED.getOrDefault(rootPackage, 0));
    }

    private static Map<String, List<String>> byStart(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(ArchitectureRules.TEST_CLASSES).importPackages(rootPackage).stream()
                        .filter(type ->
                                type.isTopLevelClass() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::reflect)
                        .filter(type -> AnnotationSupport.isAnnotated(type, QuarkusTest.class))
                        .filter(ApplicationStarts::runsByDay)
                        .collect(Collectors.groupingBy(
                                ApplicationStarts::start,
                                TreeMap::new,
                                Collectors.mapping(Class::getSimpleName, Collectors.toList())));
    }

    private static boolean runsByDay(Class<?> test) {
        return AnnotationSupport.findRepeatableAnnotations(test, Tag.class).stream()
                .map(Tag::value)
                .noneMatch(LEFT_OUT::contains);
    }

    private static String start(Class<?> test) {
        String profile = AnnotationSupport.findAnnotation(test, TestProfile.class)
                .map(found -> found.value().getName())
                .orElse("no profile");
        return Stream.<Class<?>>iterate(test, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredAnnotationsByType(WithTestResource.class)))
                .map(resource -> resource(test, resource))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(" + ", profile + " + ", ""));
    }

    private static String resource(Class<?> test, WithTestResource resource) {
        String arguments = Arrays.stream(resource.initArgs())
                .map(argument -> argument.name() + "=" + argument.value())
                .sorted()
                .collect(Collectors.joining(", ", "(", ")"));
        String owner = resource.scope() == TestResourceScope.RESTRICTED_TO_CLASS ? " of " + test.getName() : "";
        return resource.value().getName() + arguments + owner;
    }
}
