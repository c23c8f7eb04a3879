package io.zizhi.platform.testkit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import io.zizhi.platform.runtime.settings.NeededWith;
import io.zizhi.platform.runtime.settings.Secret;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A setting of a mapping.
 *
 * @param name the full name, for example {@code zizhi.review.lease}
 * @param method the method of the mapping
 * @param meaning the Javadoc of the method, as Markdown
 * @param defaultValue the value without a profile, if there is one
 * @param localValue the value of the profile local, if it differs
 */
record Setting(String name, Method method, String meaning, Optional<String> defaultValue, Optional<String> localValue) {

    static Stream<Setting> of(Class<?> mapping, ModuleTexts texts) {
        return of(
                mapping,
                Objects.requireNonNull(mapping.getAnnotation(ConfigMapping.class))
                        .prefix(),
                texts);
    }

    private static Stream<Setting> of(Class<?> mapping, String prefix, ModuleTexts texts) {
        return Arrays.stream(mapping.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .flatMap(method -> {
                    String name = name(prefix, method);
                    return isGroup(method.getReturnType())
                            ? of(method.getReturnType(), name, texts)
                            : Stream.of(setting(name, method, texts));
                });
    }

    /** Groups are interfaces inside their mapping; interfaces of the JDK are values. */
    private static boolean isGroup(Class<?> type) {
        return type.isInterface() && type.getEnclosingClass() != null;
    }

    private static String name(String prefix, Method method) {
        if (method.isAnnotationPresent(WithParentName.class)) {
            return prefix;
        }
        WithName other = method.getAnnotation(WithName.class);
        return prefix + "."
                + (other == null
                        ? method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)
                        : other.value());
    }

    private static Setting setting(String name, Method method, ModuleTexts texts) {
        WithDefault written = method.getAnnotation(WithDefault.class);
        String comment = method.getDeclaringClass().getName() + "#" + method.getName();
        return new Setting(
                name,
                method,
                texts.comment(comment).orElseThrow(() -> new IllegalStateException(comment + " needs a comment")),
                texts.property(name).or(() -> Optional.ofNullable(written).map(WithDefault::value)),
                texts.property("%local." + name));
    }

    /** Returns the type without {@link Optional}. */
    Type type() {
        return method.getGenericReturnType() instanceof ParameterizedType container
                        && container.getRawType().equals(Optional.class)
                ? container.getActualTypeArguments()[0]
                : method.getGenericReturnType();
    }

    boolean isSecret() {
        return method.isAnnotationPresent(Secret.class);
    }

    /** Returns whether no service starts without a value for it. */
    boolean isRequired() {
        return defaultValue.isEmpty()
                && !method.getReturnType().equals(Optional.class)
                && !method.getReturnType().equals(OptionalInt.class)
                && !method.getReturnType().equals(Map.class);
    }

    Optional<String> neededWith() {
        return Optional.ofNullable(method.getAnnotation(NeededWith.class)).map(NeededWith::value);
    }

    /** Returns the name of the environment variable, as MicroProfile Config defines it. */
    String variable() {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
