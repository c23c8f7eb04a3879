package io.zizhi.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidatorImpl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a module's part of {@code docs/settings.md} and of its Chinese twin from the mappings, their Javadoc and the
 * module's {@code settings-zh-CN.txt}, which has lines {@code name | 中文}.
 */
public final class SettingsPage {

    private static final Path ROOT = root();

    private SettingsPage() {}

    /**
     * Fails if a part of a page is out of date, if a default is out of range, or if the Chinese text of a setting is
     * missing. The renewed pages are then in the folder {@code target} of the module.
     *
     * @param module folder of the module below the root, which is also the heading of its part
     * @param rootPackage the module's package, for example {@code io.zizhi.review}
     */
    public static void check(String module, String rootPackage) {
        List<Class<?>> mappings = mappings(rootPackage);
        ModuleTexts texts = ModuleTexts.of(ROOT.resolve(module + "/src/main/resources/application.properties"));
        List<Setting> settings = mappings.stream()
                .flatMap(mapping -> Setting.of(mapping, texts))
                .sorted(Comparator.comparing(Setting::name))
                .toList();
        defaultsAreValid(mappings, settings);
        ChineseSettings chinese = ChineseSettings.of(ROOT.resolve(module + "/src/main/resources/settings-zh-CN.txt"));
        assertThat(settings.stream().map(Setting::name))
                .as("settings-zh-CN.txt of " + module + " has exactly one line for each setting")
                .containsExactlyInAnyOrderElementsOf(chinese.names());
        String english = renew(module, "settings.md", SettingsTable.english(settings));
        String translated = renew(module, "settings.zh-CN.md", SettingsTable.chinese(settings, chinese));
        assertThat(List.of(read("settings.md"), read("settings.zh-CN.md")))
                .as("docs/settings*.md is out of date. Renew it: cp %s/target/settings*.md docs/", module)
                .containsExactly(english, translated);
    }

    private static List<Class<?>> mappings(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(ArchitectureRules.MAIN_CLASSES).importPackages(rootPackage).stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    /** Builds the mappings as a start does, with the defaults. SmallRye refuses names that it does not know. */
    private static void defaultsAreValid(List<Class<?>> mappings, List<Setting> settings) {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withValidator(new BeanValidationConfigValidatorImpl())
                .withDefaultValue("quarkus.http.port", "8081");
        mappings.forEach(config::withMapping);
        settings.forEach(setting -> setting.defaultValue()
                .or(() -> setting.isRequired() ? Optional.of("any") : Optional.empty())
                .ifPresent(value -> config.withDefaultValue(setting.name(), value)));
        assertThatCode(config::build).doesNotThrowAnyException();
    }

    /** Returns the page with a renewed part, and writes it into the folder {@code target} of the module. */
    private static String renew(String module, String name, String table) {
        String renewed = with(read(name), module, table);
        try {
            Path file = ROOT.resolve(module + "/target/" + name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, renewed);
            return renewed;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(String name) {
        try {
            return Files.readString(ROOT.resolve("docs").resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Replaces the part below the heading {@code module}. */
    private static String with(String page, String module, String table) {
        String part = "## " + module + "\n\n" + table;
        Matcher old = Pattern.compile("(?ms)^## " + Pattern.quote(module) + "\n.*?(?=^## |\\z)")
                .matcher(page);
        if (!old.find()) {
            return page + "\n" + part;
        }
        String rest = page.substring(old.end());
        return page.substring(0, old.start()) + part + (rest.isEmpty() ? "" : "\n" + rest);
    }

    /** Finds the project root, because tests run in the folder of the module or of the project. */
    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .orElseThrow();
    }
}
