package io.zizhi.e2e;

import io.zizhi.local.layout.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Settings of services that wait longer than in production for each other, for the object store and for pages. In
 * production, most calls have two seconds and a repetition; a busy machine may stop a service for longer than both.
 */
public final class PatientServices {

    private PatientServices() {}

    /** Returns the settings of every service with {@code more}, by module. */
    public static Map<String, Map<String, String>> with(Map<String, String> more) {
        return Service.modules().stream().collect(Collectors.toMap(Function.identity(), service -> {
            Map<String, String> settings = of(service);
            settings.putAll(more);
            return settings;
        }));
    }

    private static Map<String, String> of(String service) {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.fault-tolerance.global.timeout.value", "10");
        settings.put("quarkus.fault-tolerance.global.timeout.unit", "seconds");
        for (String peer : Service.modules()) {
            settings.put("quarkus.rest-client." + peer + ".connect-timeout", "10000");
            settings.put("quarkus.rest-client." + peer + ".read-timeout", "10000");
        }
        if (service.equals(Service.DOCUMENT.module())) {
            settings.put("zizhi.documents.connect-timeout", "PT20S");
            settings.put("zizhi.documents.answer-timeout", "PT20S");
            settings.put("zizhi.limits.storing-patience", "PT80S");
            settings.put("zizhi.pages.timeout", "PT45S");
            settings.put("zizhi.pages.patience", "PT45S");
            settings.put("zizhi.pages.time-per-account", "PT10M");
        }
        return settings;
    }
}
