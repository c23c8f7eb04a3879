package io.zizhi.platform.testkit;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jspecify.annotations.NullMarked;

/** Architecture rules of the services, each with its reason. Every service checks them against its own classes. */
public final class ArchitectureRules {

    /** Includes main classes only. ArchUnit's own option knows only the usual build folder. */
    public static final ImportOption MAIN_CLASSES = location -> !location.contains("/test-classes/");

    static final ImportOption TEST_CLASSES = location -> location.contains("/test-classes/");

    private static final List<String> SERVICES = List.of("qualification", "document", "review", "notification");

    /** Named as text, because not every service has REST clients on its class path. */
    private static final String REST_CLIENT = "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

    private static final Pattern EVERY_COLUMN =
            Pattern.compile("\\b(select|returning)\\s+(\\w+\\.)?\\*", Pattern.CASE_INSENSITIVE);

    private ArchitectureRules() {}

    /**
     * Checks all rules of a service.
     *
     * @param rootPackage the service's package, for example {@code io.zizhi.review}
     * @param rooms its packages, in order; each may use only later packages
     */
    public static void check(String rootPackage, String... rooms) {
        JavaClasses own = new ClassFileImporter().withImportOption(MAIN_CLASSES).importPackages(rootPackage);
        nobodyWaits(own);
        transactionsStandOnUseCases(own);
        nothingRemoteInsideTransactions(own);
        onlyThePlatformEmits(own);
        servicesKeepApart(own, rootPackage);
        roomsKeepTheirOrder(own, rootPackage, rooms);
        namesSayWhatAClassIs(own);
        packagesAreNullMarked(own);
        statementsNameTheirColumns(Path.of("src/main/java"));
        problemsHaveChineseTexts(Path.of("src/main/java"));
        testsStartTheApplicationRarely(rootPackage);
    }

    /** Checks how many different starts of the application the tests of the module need. */
    public static void testsStartTheApplicationRarely(String rootPackage) {
        ApplicationStarts.check(rootPackage);
    }

    /** Checks the source files: class files do not mark native statements. */
    public static void statementsNameTheirColumns(Path sources) {
        assertThat(readingWhole(sources))
                .as(
                        "native statements with select * or returning *: a connection that has prepared one fails when a newer"
                                + " version adds a column; name the columns, by EntityColumns where an entity is returned")
                .isEmpty();
    }

    /** Checks that every text of a problem has a Chinese text in {@code problems-zh-CN.txt}. */
    public static void problemsHaveChineseTexts(Path sources) {
        assertThat(ProblemTexts.untranslated(sources))
                .as("texts of problems without a line in problems-zh-CN.txt")
                .isEmpty();
    }

    /** Returns the files below {@code sources} with a statement that does not name its columns. */
    static List<Path> readingWhole(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> EVERY_COLUMN.matcher(read(file)).find())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void nobodyWaits(JavaClasses own) {
        noClasses()
                .should()
                .callMethodWhere(target(nameMatching("await|subscribe|subscribeAsCompletionStage|indefinitely"))
                        .and(target(owner(resideInAPackage("io.smallrye.mutiny..")))))
                .because(
                        "a blocked event loop stops every request, and a subscription in application code loses failures"
                                + " and the session; return the Uni, or use RepeatingWork")
                .allowEmptyShould(true)
                .check(own);
    }

    private static void transactionsStandOnUseCases(JavaClasses own) {
        methods()
                .that()
                .areAnnotatedWith(WithTransaction.class)
                .should()
                .beDeclaredInClassesThat(
                        DescribedPredicate.not(simpleNameEndingWith("Resource").or(simpleNameEndingWith("Repository"))))
                .because("a use case must show where its transaction begins and ends")
                .allowEmptyShould(true)
                .check(own);
    }

    private static void nothingRemoteInsideTransactions(JavaClasses own) {
        methods()
                .that()
                .areAnnotatedWith(WithTransaction.class)
                .should(reachNothingRemote(own))
                .because(
                        "a transaction must not stay open for as long as another service or a blocking library takes; load,"
                                + " query, then call the transactional use case")
                .allowEmptyShould(true)
                .check(own);
    }

    private static ArchCondition<JavaMethod> reachNothingRemote(JavaClasses own) {
        Set<String> remote = remoteParts(own);
        return new ArchCondition<>(
                "reach no REST client, object store, SMSC, Blocking or OwnThread through their fields") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (remote.contains(method.getOwner().getName())) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " calls remote systems"));
                }
            }
        };
    }

    /**
     * Returns classes that call other systems, the interfaces that they implement, and all classes with a field of such
     * a type.
     */
    private static Set<String> remoteParts(JavaClasses own) {
        Set<String> remote = new HashSet<>();
        int before;
        do {
            before = remote.size();
            for (JavaClass type : own) {
                if (type.getFields().stream().anyMatch(field -> isRemote(field, remote))) {
                    remote.add(type.getName());
                    type.getAllRawInterfaces().forEach(face -> remote.add(face.getName()));
                }
            }
        } while (remote.size() > before);
        return remote;
    }

    private static boolean isRemote(JavaField field, Set<String> remote) {
        String type = field.getRawType().getName();
        return field.getRawType().isAnnotatedWith(REST_CLIENT)
                || type.startsWith("io.minio")
                || type.startsWith("org.jsmpp")
                || type.equals("io.zizhi.platform.runtime.blocking.Blocking")
                || type.equals("io.zizhi.platform.runtime.blocking.OwnThread")
                || remote.contains(type);
    }

    private static void onlyThePlatformEmits(JavaClasses own) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Channel.class)
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Emitter")
                .because("an event that is not in the outbox is lost when the process dies; only the relay sends")
                .allowEmptyShould(true)
                .check(own);
    }

    private static void servicesKeepApart(JavaClasses own, String rootPackage) {
        String[] others = SERVICES.stream()
                .map(service -> "io.zizhi." + service + "..")
                .filter(other -> !other.startsWith(rootPackage + "."))
                .toArray(String[]::new);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("services share only contracts and platform")
                .allowEmptyShould(true)
                .check(own);
    }

    /**
     * Checks that each class of {@code own} is in one of the packages {@code rooms} and uses no package earlier in the
     * list.
     *
     * @param rooms packages directly below {@code rootPackage}
     */
    public static void roomsKeepTheirOrder(JavaClasses own, String rootPackage, String... rooms) {
        String[] packages =
                Stream.of(rooms).map(room -> rootPackage + "." + room + "..").toArray(String[]::new);
        classes()
                .should()
                .resideInAnyPackage(packages)
                .because("every class belongs to one of the module's rooms")
                .check(own);
        for (int room = 1; room < packages.length; room++) {
            noClasses()
                    .that()
                    .resideInAPackage(packages[room])
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Arrays.copyOf(packages, room))
                    .because("a room depends only on later rooms in " + String.join(", ", rooms)
                            + "; merge rooms that depend on each other")
                    .check(own);
        }
    }

    private static void namesSayWhatAClassIs(JavaClasses own) {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .because("such names say nothing about the purpose of the class")
                .allowEmptyShould(true)
                .check(own);
    }

    private static void packagesAreNullMarked(JavaClasses own) {
        classes()
                .should(beInANullMarkedPackage())
                .because("NullAway checks only packages with this annotation")
                .allowEmptyShould(true)
                .check(own);
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
