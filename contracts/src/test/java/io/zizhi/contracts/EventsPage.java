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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code docs/events.md} from the records, their Javadoc, their golden files and the reactions in the source, and
 * its Chinese twin with the texts of {@link ChineseComments}.
 */
final class EventsPage {

    private static final Pattern REACTION = Pattern.compile("Reaction<(\\w+)[,>]");

    private final Path root;
    private final boolean chinese;
    private final UnaryOperator<String> meaning;
    private final Comments comments = new Comments();
    private final Map<String, String> reactions;
    private final Set<Class<?>> parts = new TreeSet<>(Comparator.comparing((Class<?> part) -> part.getSimpleName()));

    private EventsPage(Path root, boolean chinese, UnaryOperator<String> meaning) {
        this.root = root;
        this.chinese = chinese;
        this.meaning = meaning;
        this.reactions = reactions();
    }

    /** @param root root folder of the project */
    static String english(Path root) {
        return new EventsPage(root, false, UnaryOperator.identity()).write();
    }

    /** @param root root folder of the project */
    static String chinese(Path root, ChineseComments texts) {
        return new EventsPage(root, true, texts::of).write();
    }

    /** Returns the English comments on the page, each once. */
    static Set<String> comments(Path root) {
        Set<String> found = new TreeSet<>();
        new EventsPage(root, false, comment -> {
                    found.add(comment);
                    return comment;
                })
                .write();
        return found;
    }

    private String write() {
        StringBuilder page = new StringBuilder(word("""
            # Events

            English | [简体中文](events.zh-CN.md)

            The events that the services publish. `EventsPageTest` generates this page from [`contracts`](../contracts); the test fails
            when the page is out of date and prints the command that renews it. See [why topics and versions are as they are](adr/0004-topics-and-versions.md).
            [How other systems consume events](consume-events.md); the same for programs: [AsyncAPI document](asyncapi.json), [JSON Schemas](schemas).

            The key of a record is the id of its aggregate, so the events of one aggregate stay in order. The value is the JSON below. The headers follow
            CloudEvents 1.0 in binary mode: `ce_id` (UUIDv7), `ce_type` as given below, `ce_source` (the service), `ce_subject` (the aggregate) and `ce_time`.
            `ce_aggregateversion` increases by one with each event of an aggregate, so consumers can detect gaps. `ce_producerepoch` increases when the
            producer's database is restored from a backup. `traceparent` is present if the event belongs to a trace. Fields may be added at any time: ignore
            unknown fields. No event contains personal data of natural persons.

            | topic | events | consumers in the suite |
            |---|---|---|
            """, """
            # 事件

            [English](events.md) | 简体中文

            各服务发布的事件。`EventsPageTest` 根据 [`contracts`](../contracts) 生成本页；页面过期时测试失败，并给出更新命令。参见[主题与版本的设计理由](adr/0004-topics-and-versions.md)。
            [其他系统如何消费事件](consume-events.zh-CN.md)；程序可直接使用的同样内容：[AsyncAPI 文档](asyncapi.json)、[JSON Schema](schemas)。

            记录的键是聚合的 id，因此同一聚合的事件保持顺序；记录的值是下文所示的 JSON。消息头遵循 CloudEvents 1.0 的二进制模式：`ce_id`（UUIDv7）、`ce_type`（见下文）、`ce_source`（服务）、`ce_subject`（聚合）和 `ce_time`。
            聚合每发布一个事件，`ce_aggregateversion` 加一，消费者可据此发现缺失的事件。生产者的数据库从备份恢复后，`ce_producerepoch` 变大。事件属于某条链路时带有 `traceparent`。
            字段随时可能增加，请忽略未知字段。事件不含自然人的个人信息。

            | 主题 | 事件 | 本套件内的消费者 |
            |---|---|---|
            """));
        for (String topic : Topics.ALL) {
            page.append("| [`%s`](#%s) | %s | %s |\n"
                    .formatted(
                            topic,
                            topic.replace(".", ""),
                            eventsOf(topic).map(EventsPage::link).collect(list()),
                            orNobody(subscribers(topic))));
        }
        Topics.ALL.forEach(topic -> writeTopic(page, topic));
        page.append(word("\n## Parts of events\n", "\n## 事件的组成部分\n"));
        List<Class<?>> written = List.copyOf(parts);
        written.forEach(part -> writePart(page, part));
        return page.toString();
    }

    private String word(String english, String translated) {
        return chinese ? translated : english;
    }

    private Collector<CharSequence, ?, String> list() {
        return Collectors.joining(word(", ", "、"));
    }

    private String meaning(String comment) {
        return comment.isEmpty() ? "" : meaning.apply(comment);
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
                .append(word("`ce_type` `%s` · key `%s`\n\n", "`ce_type` `%s` · 键 `%s`\n\n")
                        .formatted(type.typeName(), Samples.keyOf(type)))
                .append(meaning(comments.ofType(event)))
                .append("\n\n");
        String consumers = reactions.getOrDefault(event.getSimpleName(), "");
        if (!consumers.isEmpty()) {
            page.append(word("Consumers: %s.\n\n", "消费者：%s。\n\n").formatted(consumers));
        }
        writeComponents(page, event);
        page.append("\n```json\n").append(Golden.text(type).strip()).append("\n```\n");
    }

    private void writeComponents(StringBuilder page, Class<?> type) {
        page.append(word("| field | type | meaning |", "| 字段 | 类型 | 含义 |")).append("\n|---|---|---|\n");
        for (RecordComponent component : type.getRecordComponents()) {
            page.append("| `%s` | %s | %s |\n"
                    .formatted(
                            component.getName(),
                            nameOf(component.getGenericType()),
                            meaning(comments.ofComponent(type, component.getName()))));
        }
    }

    private void writePart(StringBuilder page, Class<?> part) {
        page.append("\n### %s\n\n%s\n\n".formatted(part.getSimpleName(), meaning(comments.ofType(part))));
        if (part.isEnum()) {
            for (Object constant : part.getEnumConstants()) {
                String text = meaning(comments.ofConstant(part, constant));
                page.append("- `%s`%s\n".formatted(constant, text.isEmpty() ? "" : word(": ", "：") + text));
            }
        } else {
            writeComponents(page, part);
        }
    }

    private String nameOf(Type type) {
        if (type instanceof ParameterizedType list) {
            return word("list of %s", "列表：%s").formatted(nameOf(list.getActualTypeArguments()[0]));
        }
        if (type.equals(long.class) || type.equals(Long.class)) {
            return word("whole number, 64 bits", "64 位整数");
        }
        if (type.equals(int.class) || type.equals(Integer.class)) {
            return word("whole number", "整数");
        }
        if (type.equals(boolean.class) || type.equals(Boolean.class)) {
            return word("true or false", "true 或 false");
        }
        if (type.equals(Instant.class)) {
            return word("instant, UTC", "时刻，UTC");
        }
        if (type.equals(LocalDate.class)) {
            return word("day", "日期");
        }
        if (type instanceof Class<?> part && !part.equals(String.class)) {
            if (parts.add(part) && part.isRecord()) {
                Arrays.stream(part.getRecordComponents()).forEach(inner -> nameOf(inner.getGenericType()));
            }
            return "[%s](#%s)"
                    .formatted(part.getSimpleName(), part.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return word("text", "文本");
    }

    /** Returns links to the classes that react to each event, found in the source of the services. */
    private Map<String, String> reactions() {
        return sources()
                .flatMap(source -> REACTION.matcher(read(source))
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .map(event -> Map.entry(event, link(root.relativize(source)))))
                .sorted(Map.Entry.comparingByValue())
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, list())));
    }

    private static String link(Path source) {
        return "[%s](../%s)".formatted(source.getName(0), source);
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
                .collect(list());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
