package io.zizhi.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code docs/events.md} from the records, their Javadoc, their golden files and the reactions in the source.
 */
final class EventsPage {

    private static final Pattern REACTION = Pattern.compile("Reaction<(\\w+)[,>]");

    private final Path root;
    private final Comments comments = new Comments();
    private final Set<Class<?>> parts = new TreeSet<>(Comparator.comparing((Class<?> part) -> part.getSimpleName()));

    /** @param root root folder of the project */
    EventsPage(Path root) {
        this.root = root;
    }

    String write() {
        StringBuilder page = new StringBuilder("""
            # Events

            The events that the services publish. `EventsPageTest` generates this page from [`contracts`](../contracts); the test fails
            when the page is out of date and prints the command that renews it. See [why topics and versions are as they are](adr/0004-topics-and-versions.md).
                [How other systems consume events](consume-events.md); the same for programs: [AsyncAPI document](asyncapi.json), [JSON Schemas](schemas).

            The key of a record is the id of its aggregate, so the events of one aggregate stay in order. The value is the JSON below. The headers follow
            CloudEvents 1.0 in binary mode: `ce_id` (UUIDv7), `ce_type` as given below, `ce_source` (the service), `ce_subject` (the aggregate) and `ce_time`.
            `ce_aggregateversion` increases by one with each event of an aggregate, so consumers can detect gaps. `ce_producerepoch` increases when the
            producer's database is restored from a backup. `traceparent` is present if the event belongs to a trace. Fields may be added at any time: ignore
            unknown fields. No event contains personal data of natural persons.

            """);
        page.append("| topic | events | consumers in the suite |\n|---|---|---|\n");
        for (String topic : Topics.ALL) {
            page.append("| [`%s`](#%s) | %s | %s |\n"
                    .formatted(
                            topic,
                            topic.replace(".", ""),
                            eventsOf(topic).map(EventsPage::link).collect(Collectors.joining(", ")),
                            orNobody(subscribers(topic))));
        }
        Topics.ALL.forEach(topic -> writeTopic(page, topic));
        page.append("\n## Parts of events\n");
        List<Class<?>> written = List.copyOf(parts);
        written.forEach(part -> writePart(page, part));
        return page.toString();
    }

    private static Stream<EventType> eventsOf(String topic) {
        return Arrays.stream(EventType.values()).filter(type -> type.topic().equals(topic));
    }

    private static String link(EventType type) {
        String name = type.eventClass().getSimpleName();
        return "[%s](#%s)".formatted(name, name.toLowerCase(Locale.ROOT));
    }

    private static String orNobody(String names) {
        return names.isEmpty() ? "–" : names;
    }

    private void writeTopic(StringBuilder page, String topic) {
        page.append("\n## ").append(topic).append('\n');
        eventsOf(topic).forEach(type -> writeEvent(page, type));
    }

    private void writeEvent(StringBuilder page, EventType type) {
        Class<? extends Event> event = type.eventClass();
        page.append("\n### %s\n\n".formatted(event.getSimpleName()))
                .append("`ce_type` `%s` · key `%s`\n\n".formatted(type.typeName(), Samples.keyOf(type)))
                .append(comments.ofType(event))
                .append("\n\n");
        String reactions = reactionsTo(event);
        if (!reactions.isEmpty()) {
            page.append("Consumers: ").append(reactions).append(".\n\n");
        }
        writeComponents(page, event);
        page.append("\n```json\n").append(Golden.text(type).strip()).append("\n```\n");
    }

    private void writeComponents(StringBuilder page, Class<?> type) {
        page.append("| field | type | meaning |\n|---|---|---|\n");
        for (RecordComponent component : type.getRecordComponents()) {
            page.append("| `%s` | %s | %s |\n"
                    .formatted(
                            component.getName(),
                            nameOf(component.getGenericType()),
                            comments.ofComponent(type, component.getName())));
        }
    }

    private void writePart(StringBuilder page, Class<?> part) {
        page.append("\n### %s\n\n%s\n\n".formatted(part.getSimpleName(), comments.ofType(part)));
        if (part.isEnum()) {
            for (Object constant : part.getEnumConstants()) {
                String meaning = comments.ofConstant(part, constant);
                page.append("- `%s`%s\n".formatted(constant, meaning.isEmpty() ? "" : ": " + meaning));
            }
        } else {
            writeComponents(page, part);
        }
    }

    private String nameOf(Type type) {
        if (type instanceof ParameterizedType list) {
            return "list of " + nameOf(list.getActualTypeArguments()[0]);
        }
        if (type.equals(long.class) || type.equals(Long.class)) {
            return "whole number, 64 bits";
        }
        if (type.equals(int.class) || type.equals(Integer.class)) {
            return "whole number";
        }
        if (type.equals(boolean.class) || type.equals(Boolean.class)) {
            return "true or false";
        }
        if (type.equals(Instant.class)) {
            return "instant, UTC";
        }
        if (type.equals(LocalDate.class)) {
            return "day";
        }
        if (type instanceof Class<?> part && !part.equals(String.class)) {
            if (parts.add(part) && part.isRecord()) {
                Arrays.stream(part.getRecordComponents()).forEach(inner -> nameOf(inner.getGenericType()));
            }
            return "[%s](#%s)"
                    .formatted(part.getSimpleName(), part.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return "text";
    }

    /** Returns links to the classes that react to an event, found in the source of the services. */
    private String reactionsTo(Class<?> event) {
        return sources()
                .filter(source -> {
                    Matcher reaction = REACTION.matcher(read(source));
                    return reaction.results().anyMatch(found -> found.group(1).equals(event.getSimpleName()));
                })
                .map(source -> "[%s](../%s)".formatted(root.relativize(source).getName(0), root.relativize(source)))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Stream<Path> sources() {
        return services().flatMap(service -> {
            try (Stream<Path> files = Files.walk(service.resolve("src/main/java"))) {
                return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private Stream<Path> services() {
        try (Stream<Path> folders = Files.list(root)) {
            return folders
                    .filter(folder -> folder.getFileName().toString().endsWith("-service"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the services whose configuration subscribes to the topic. */
    private String subscribers(String topic) {
        return services()
                .filter(service -> read(service.resolve("src/main/resources/application.properties"))
                        .contains(".topic=" + topic + "\n"))
                .map(service -> service.getFileName().toString())
                .collect(Collectors.joining(", "));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
