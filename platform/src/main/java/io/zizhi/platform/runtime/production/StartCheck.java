package io.zizhi.platform.runtime.production;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import io.zizhi.platform.runtime.settings.Settings;
import io.zizhi.platform.runtime.settings.SettingsRule;
import jakarta.annotation.Priority;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Ends the start with one message about all wrong settings. SmallRye collects missing and invalid values of all mappings
 * into one exception. This interceptor adds the problems that no single mapping shows: it fails when {@link
 * SecurityConfig} is read, so its failure becomes a line of that exception. It is called before values are resolved, so
 * it sees profiles and expressions applied.
 */
@Priority(Priorities.APPLICATION)
public final class StartCheck implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1;
    private static final String PROFILE = "smallrye.config.profile";

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (name.equals(ProductionSettings.ALLOW)) {
            Settings settings = settings(context);
            check(settings, profiles(settings));
        }
        return context.proceed(name);
    }

    private static void check(Settings settings, List<String> profiles) {
        boolean isProduction = !ProductionSettings.isLocal(profiles);
        Stream<String> ofRules = ServiceLoader.load(SettingsRule.class).stream()
                .flatMap(rule -> rule.get().problems(settings, isProduction));
        Stream<String> ofProduction =
                new ProductionSettings(settings, LocalIssuer.resolving()).refused(profiles).stream();
        String problems = Stream.concat(ofRules, ofProduction)
                .map(problem -> "\n\t- " + problem)
                .collect(Collectors.joining());
        if (!problems.isEmpty()) {
            throw new IllegalStateException("These settings are refused:" + problems);
        }
    }

    private static List<String> profiles(Settings settings) {
        return List.of(settings.find(PROFILE)
                .orElseGet(() -> LaunchMode.current().getDefaultProfile())
                .split(" *, *", -1));
    }

    private static Settings settings(ConfigSourceInterceptorContext context) {
        return new Settings() {
            @Override
            public Stream<String> names() {
                return StreamSupport.stream(Spliterators.spliteratorUnknownSize(context.iterateNames(), 0), false);
            }

            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(context.proceed(name))
                        .map(ConfigValue::getValue)
                        .map(String::strip)
                        .filter(value -> !value.isEmpty());
            }
        };
    }
}
