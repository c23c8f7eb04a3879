package io.zizhi.kubernetes;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Service;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The settings that the code of a service reads: of {@code @ConfigProperty}, of {@code @ConfigMapping}, and those that
 * its properties refer to.
 *
 * @param isRequired by name; false if the setting has a default or is optional
 * @param neededWith by name, the condition of each setting with {@code @NeededWith}
 */
record CodeSettings(Map<String, Boolean> isRequired, Map<String, String> neededWith) {

    /** The condition of a setting that production needs. */
    static final String PRODUCTION = "NeededWith.PRODUCTION";

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z0-9.-]+)(:[^}]*)?}");

    private static final Map<String, CodeSettings> READ = new ConcurrentHashMap<>();

    /** @param profile the profile that the service runs in */
    static CodeSettings of(Service service, String profile) {
        return READ.computeIfAbsent(service + " " + profile, both -> read(service, profile));
    }

    private static CodeSettings read(Service service, String profile) {
        Path root = ProjectFolder.find();
        Map<String, Boolean> isRequired = new TreeMap<>();
        Map<String, String> neededWith = new TreeMap<>();
        Scanner scanner = new Scanner(isRequired, neededWith);
        for (String module : List.of("platform", service.module())) {
            scanner.scan(root.resolve(module).resolve("src/main/java"));
        }
        Properties properties = new Properties();
        load(root.resolve("platform/src/main/resources/META-INF/microprofile-config.properties"), properties);
        load(root.resolve(service.module()).resolve("src/main/resources/application.properties"), properties);
        properties.forEach((key, value) -> addReferences(String.valueOf(key), String.valueOf(value), isRequired));
        for (String key : properties.stringPropertyNames()) {
            String plain = key.replace("%" + profile + ".", "");
            if (!plain.startsWith("%")) {
                isRequired.replace(plain, false);
            }
        }
        return new CodeSettings(Collections.unmodifiableMap(isRequired), Collections.unmodifiableMap(neededWith));
    }

    private static void addReferences(String key, String value, Map<String, Boolean> isRequired) {
        Matcher reference = REFERENCE.matcher(value);
        while (reference.find()) {
            boolean hasDefault = reference.group(2) != null || key.startsWith("%");
            isRequired.merge(reference.group(1), !hasDefault, Boolean::logicalOr);
        }
    }

    private static void load(Path file, Properties properties) {
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the name of the environment variable of a setting, by the rules of MicroProfile Config. */
    static String variable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Reads annotations in source code. */
    private static final class Scanner extends TreeScanner<@Nullable Void, @Nullable String> {

        private static final Pattern OPTIONAL = Pattern.compile("Optional(Int|Long|Double)?(<.*)?|(Map|Set)<.*");

        private final Map<String, Boolean> isRequired;
        private final Map<String, String> neededWith;
        private final Map<String, ClassTree> groups = new TreeMap<>();

        Scanner(Map<String, Boolean> isRequired, Map<String, String> neededWith) {
            this.isRequired = isRequired;
            this.neededWith = neededWith;
        }

        void scan(Path folder) {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            try (Stream<Path> files = Files.walk(folder);
                    StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
                List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                        .filter(Scanner::readsSettings)
                        .toList();
                JavacTask task = (JavacTask) compiler.getTask(
                        null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
                for (CompilationUnitTree unit : task.parse()) {
                    scan(unit, null);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static boolean readsSettings(Path file) {
            try {
                String text = Files.readString(file);
                return text.contains("@ConfigProperty") || text.contains("@ConfigMapping");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable String unused) {
            argument(type.getModifiers().getAnnotations(), "ConfigMapping", "prefix")
                    .ifPresent(prefix -> {
                        groups.clear();
                        type.getMembers().stream()
                                .filter(member -> member.getKind() == Tree.Kind.INTERFACE)
                                .map(ClassTree.class::cast)
                                .forEach(group ->
                                        groups.put(group.getSimpleName().toString(), group));
                        mapping(type, prefix);
                    });
            return super.visitClass(type, unused);
        }

        private void mapping(ClassTree type, String prefix) {
            for (Tree member : type.getMembers()) {
                if (member instanceof MethodTree method && method.getBody() == null) {
                    property(method, prefix);
                }
            }
        }

        private void property(MethodTree method, String prefix) {
            List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
            String name = prefix + "."
                    + argument(annotations, "WithName", "value")
                            .orElseGet(() -> method.getName()
                                    .toString()
                                    .replaceAll("([A-Z])", "-$1")
                                    .toLowerCase(Locale.ROOT));
            String type = String.valueOf(method.getReturnType());
            ClassTree group = groups.get(type);
            if (group != null) {
                mapping(group, name);
            } else {
                boolean isOptional = OPTIONAL.matcher(type).matches()
                        || argument(annotations, "WithDefault", "value").isPresent();
                isRequired.merge(name, !isOptional, Boolean::logicalOr);
                argument(annotations, "NeededWith", "value").ifPresent(condition -> neededWith.put(name, condition));
            }
        }

        @Override
        public @Nullable Void visitVariable(VariableTree parameter, @Nullable String unused) {
            List<? extends AnnotationTree> annotations =
                    parameter.getModifiers().getAnnotations();
            argument(annotations, "ConfigProperty", "name").ifPresent(name -> {
                boolean isOptional =
                        OPTIONAL.matcher(String.valueOf(parameter.getType())).matches()
                                || argument(annotations, "ConfigProperty", "defaultValue")
                                        .isPresent();
                isRequired.merge(name, !isOptional, Boolean::logicalOr);
            });
            return super.visitVariable(parameter, unused);
        }

        private static Optional<String> argument(
                List<? extends AnnotationTree> annotations, String annotation, String argument) {
            return annotations.stream()
                    .filter(tree -> tree.getAnnotationType().toString().equals(annotation))
                    .flatMap(tree -> tree.getArguments().stream())
                    .flatMap(given -> literal(given, argument).stream())
                    .findFirst();
        }

        private static Optional<String> literal(ExpressionTree given, String argument) {
            ExpressionTree value = given;
            String name = "value";
            if (given instanceof AssignmentTree assignment) {
                value = assignment.getExpression();
                name = assignment.getVariable().toString();
            }
            if (!name.equals(argument)) {
                return Optional.empty();
            }
            // another constant is represented by its name
            return value instanceof LiteralTree literal
                    ? Optional.of(String.valueOf(literal.getValue()))
                    : Optional.of(value.toString()).filter(text -> text.equals(CodeSettings.PRODUCTION));
        }
    }
}
