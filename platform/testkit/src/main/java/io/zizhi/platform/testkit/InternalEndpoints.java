package io.zizhi.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.zizhi.local.layout.Service;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The internal endpoints of one service with the callers declared in its classes. */
public final class InternalEndpoints {

    private static final String PAGE = "docs/internal-callers.md";

    private final String service;
    private final List<Endpoint> endpoints;

    private InternalEndpoints(String service, List<Endpoint> endpoints) {
        this.service = service;
        this.endpoints = endpoints;
    }

    /** @param service for example {@code review-service} */
    public static InternalEndpoints of(String service) {
        String rootPackage = "io.zizhi." + Service.named(service).word();
        List<Endpoint> found = classes(rootPackage).stream()
                .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class) && !type.isInterface())
                .map(JavaClass::reflect)
                .flatMap(InternalEndpoints::endpoints)
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .toList();
        assertThat(found).as("internal endpoints of %s", service).isNotEmpty();
        return new InternalEndpoints(service, found);
    }

    /** Reads only the package's own classes, because reading all classes that they use takes seconds. */
    private static JavaClasses classes(String rootPackage) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                    .withImportOption(ArchitectureRules.MAIN_CLASSES)
                    .importPackages(rootPackage);
        });
    }

    /** Checks that each endpoint declares callers, and that its roles are the roles of these callers. */
    public void requireCallers() {
        assertThat(endpoints)
                .allSatisfy(endpoint -> assertThat(endpoint.callers())
                        .as("callers of %s: add @Callers, or nobody can call it", endpoint)
                        .isNotEmpty())
                .allSatisfy(endpoint -> assertThat(endpoint.roles())
                        .as("@RolesAllowed of %s", endpoint)
                        .isEqualTo(endpoint.rolesOfCallers()));
    }

    /** Checks that the page lists exactly these endpoints with these callers. */
    public void comparePage() {
        String made = section();
        String kept = Arrays.stream(read(root().resolve(PAGE)).split("(?m)^(?=## )", -1))
                .filter(section -> section.startsWith("## " + service + "\n"))
                .collect(Collectors.joining());
        assertThat(kept.strip())
                .as("%s is out of date; the section of %s must be:%n%s", PAGE, service, made)
                .isEqualTo(made.strip());
    }

    private String section() {
        return endpoints.stream()
                .map(endpoint ->
                        "| `%s %s` | %s |\n".formatted(endpoint.method(), endpoint.path(), endpoint.described()))
                .collect(Collectors.joining("", "## " + service + "\n\n| endpoint | callers |\n|---|---|\n", ""));
    }

    private static Stream<Endpoint> endpoints(Class<?> type) {
        String root = type.getAnnotation(jakarta.ws.rs.Path.class).value();
        return root.startsWith("/internal")
                ? Arrays.stream(type.getDeclaredMethods())
                        .flatMap(method ->
                                verb(method).map(verb -> new Endpoint(verb, path(root, method), method)).stream())
                : Stream.empty();
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    /** Returns the path without parameter patterns, as in the OpenAPI document. */
    private static String path(String root, Method method) {
        jakarta.ws.rs.Path own = method.getAnnotation(jakarta.ws.rs.Path.class);
        String below = own == null ? "" : own.value().startsWith("/") ? own.value() : "/" + own.value();
        return (root + below).replaceAll("\\{(\\w+):[^{}]*(\\{[^{}]*}[^{}]*)*}", "{$1}");
    }

    private record Endpoint(String method, String path, Method code) {

        List<String> services() {
            return on(Callers.class).map(callers -> List.of(callers.value())).orElse(List.of());
        }

        Set<String> callers() {
            Set<String> callers = new TreeSet<>(services());
            on(Callers.class).map(Callers::roles).map(List::of).ifPresent(callers::addAll);
            return callers;
        }

        Set<String> roles() {
            return on(RolesAllowed.class)
                    .map(allowed -> Set.of(allowed.value()))
                    .orElse(Set.of());
        }

        Set<String> rolesOfCallers() {
            Set<String> roles = new TreeSet<>();
            on(Callers.class).map(Callers::roles).map(List::of).ifPresent(roles::addAll);
            if (!services().isEmpty()) {
                roles.add(Roles.SERVICE);
            }
            return roles;
        }

        String described() {
            Stream<String> roles = on(Callers.class).stream()
                    .flatMap(callers -> Arrays.stream(callers.roles()))
                    .map(role -> "role `" + role + "`");
            return Stream.concat(services().stream().map(name -> "`" + name + "`"), roles)
                    .collect(Collectors.joining(", "));
        }

        private <A extends Annotation> Optional<A> on(Class<A> annotation) {
            return Optional.ofNullable(code.getAnnotation(annotation))
                    .or(() -> Optional.ofNullable(code.getDeclaringClass().getAnnotation(annotation)));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Finds the project's root; tests run in the folder of their module or of the project. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }
}
