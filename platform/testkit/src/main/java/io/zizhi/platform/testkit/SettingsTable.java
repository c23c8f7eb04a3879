package io.zizhi.platform.testkit;

import io.quarkus.runtime.configuration.MemorySize;
import io.zizhi.platform.runtime.settings.NeededWith;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The table of a module's settings in one language. */
final class SettingsTable {

    private static final Map<Duration, List<String>> UNITS = Map.of(
            Duration.ofDays(1), List.of("d", "天"),
            Duration.ofHours(1), List.of("h", "小时"),
            Duration.ofMinutes(1), List.of("min", "分钟"),
            Duration.ofSeconds(1), List.of("s", "秒"),
            Duration.ofMillis(1), List.of("ms", "毫秒"));

    private final Function<Setting, String> meaning;
    private final int language;

    private SettingsTable(int language, Function<Setting, String> meaning) {
        this.language = language;
        this.meaning = meaning;
    }

    static String english(List<Setting> settings) {
        return new SettingsTable(0, Setting::meaning).write(settings);
    }

    static String chinese(List<Setting> settings, ChineseSettings texts) {
        return new SettingsTable(1, texts::of).write(settings);
    }

    private String write(List<Setting> settings) {
        return settings.stream()
                .map(this::row)
                .collect(Collectors.joining(
                        "",
                        word(
                                        "| setting | environment variable | type | default | needed | meaning |",
                                        "| 设置 | 环境变量 | 类型 | 默认值 | 何时必填 | 说明 |")
                                + "\n|---|---|---|---|---|---|\n",
                        ""));
    }

    private String row(Setting setting) {
        String type = type(setting.type()) + range(setting) + (setting.isSecret() ? word(", secret", "，机密") : "");
        return "| `%s` | `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        setting.name(),
                        setting.variable(),
                        type,
                        defaultOf(setting),
                        needed(setting),
                        meaning.apply(setting).replace("|", "\\|"));
    }

    private String word(String english, String chinese) {
        return language == 0 ? english : chinese;
    }

    private String type(Type type) {
        if (type instanceof ParameterizedType container) {
            return container.getRawType().equals(Map.class)
                    ? word("text by name", "按名称的文本")
                    : word("list of ", "列表：") + type(container.getActualTypeArguments()[0]);
        }
        if (type instanceof Class<?> one && one.isEnum()) {
            return Arrays.stream(one.getEnumConstants())
                    .map(constant -> "`" + ((Enum<?>) constant).name() + "`")
                    .collect(Collectors.joining(word(", ", "、")));
        }
        if (type instanceof Class<?> one && one.getSimpleName().endsWith("Window")) {
            return word("windows", "时间窗");
        }
        if (type instanceof Class<?> one && one.getSimpleName().endsWith("Hours")) {
            return word("hours of the day", "时段");
        }
        Map<Type, String> names = Map.of(
                Duration.class, word("duration", "时长"),
                int.class, word("whole number", "整数"),
                long.class, word("whole number", "整数"),
                OptionalInt.class, word("whole number", "整数"),
                boolean.class, word("`true` or `false`", "`true` 或 `false`"),
                MemorySize.class, word("bytes, such as `16M`", "字节数，例如 `16M`"),
                LocalTime.class, word("time of day", "时刻"),
                Path.class, word("path", "路径"),
                URI.class, word("address", "地址"),
                String.class, word("text", "文本"));
        return Optional.ofNullable(names.get(type))
                .orElseThrow(() -> new IllegalArgumentException("Add a name for settings of type " + type));
    }

    private String range(Setting setting) {
        Optional<String> from = annotation(setting, Min.class)
                .map(min -> number(min.value()))
                .or(() -> annotation(setting, DurationMin.class).map(min -> duration(length(min))));
        Optional<String> to = annotation(setting, Max.class)
                .map(max -> number(max.value()))
                .or(() -> annotation(setting, DurationMax.class).map(max -> duration(length(max))));
        return from.map(low ->
                        word(", ", "，") + low + to.map(high -> upTo(low) + high).orElse(""))
                .orElse("");
    }

    /** In Chinese, a space follows a digit but no unit. */
    private String upTo(String low) {
        return word(" to ", Character.isDigit(low.charAt(low.length() - 1)) ? " 至 " : "至 ");
    }

    private static <A extends Annotation> Optional<A> annotation(Setting setting, Class<A> kind) {
        return Optional.ofNullable(setting.method().getAnnotation(kind));
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static Duration length(DurationMin min) {
        return Duration.ofDays(min.days())
                .plusHours(min.hours())
                .plusMinutes(min.minutes())
                .plusSeconds(min.seconds())
                .plusMillis(min.millis());
    }

    private static Duration length(DurationMax max) {
        return Duration.ofDays(max.days())
                .plusHours(max.hours())
                .plusMinutes(max.minutes())
                .plusSeconds(max.seconds())
                .plusMillis(max.millis());
    }

    /** Writes the length in the largest unit that divides it. */
    private String duration(Duration length) {
        if (length.isZero()) {
            return "0";
        }
        Duration unit = UNITS.keySet().stream()
                .filter(one -> length.toMillis() % one.toMillis() == 0)
                .max(Duration::compareTo)
                .orElseThrow();
        return number(length.dividedBy(unit)) + " "
                + UNITS.getOrDefault(unit, List.of()).get(language);
    }

    private String defaultOf(Setting setting) {
        String general = setting.defaultValue().map(SettingsTable::code).orElse("–");
        return general
                + setting.localValue()
                        .map(value -> word(", locally ", "，本机 ") + code(value))
                        .orElse("");
    }

    /** Shortens long lists, such as the paths of fonts. */
    private static String code(String value) {
        String[] items = value.split(",", -1);
        return items.length > 5 ? "`" + items[0] + "`, …" : "`" + value + "`";
    }

    private String needed(Setting setting) {
        if (setting.isRequired()) {
            return word("everywhere", "所有环境");
        }
        return setting.neededWith()
                .map(condition -> condition.equals(NeededWith.PRODUCTION)
                        ? word("in production", "生产环境")
                        : word("with `", "当 `") + condition + word("`", "` 时"))
                .orElse("–");
    }
}
