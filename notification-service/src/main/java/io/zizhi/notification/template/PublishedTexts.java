package io.zizhi.notification.template;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.notification.sender.message.SmsTexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The published texts, cached in memory for a few seconds. Replicas may make messages from different versions within
 * that time. Each message names its version, and versions never change, so every hand-over of a message has the same
 * text.
 */
@ApplicationScoped
class PublishedTexts implements SmsTexts {

    private final ReadTexts read;
    private final SmsSignature signature;
    private final TemplateConfig config;
    private final LongSupplier nanoTime;

    private volatile @Nullable Snapshot last;

    /** @param readAt {@link System#nanoTime}, because the age must not depend on an adjustable clock */
    private record Snapshot(Map<SmsTemplate, Published> texts, long readAt) {

        /** Returns the published version; the schema has one for each template. */
        Published of(SmsTemplate template) {
            Published published = texts.get(template);
            if (published == null) {
                throw new IllegalStateException("Template " + template + " has no published version");
            }
            return published;
        }
    }

    private record Published(int number, TemplateTexts texts) {}

    @Inject
    PublishedTexts(ReadTexts read, SmsSignature signature, TemplateConfig config) {
        this(read, signature, config, System::nanoTime);
    }

    /** @param nanoTime monotonic time in nanoseconds, see {@link System#nanoTime} */
    PublishedTexts(ReadTexts read, SmsSignature signature, TemplateConfig config, LongSupplier nanoTime) {
        this.read = read;
        this.signature = signature;
        this.config = config;
        this.nanoTime = nanoTime;
    }

    @Override
    public Uni<Integer> published(SmsTemplate template) {
        return current().map(snapshot -> snapshot.of(template).number());
    }

    @Override
    public Uni<String> text(
            SmsTemplate template, @Nullable Integer version, SmsLanguage language, Map<String, String> parameters) {
        return texts(template, version).map(texts -> signature.before(template.fill(texts.in(language), parameters)));
    }

    @Override
    public Uni<String> withoutSignature(SmsTemplate template, SmsLanguage language, Map<String, String> parameters) {
        return texts(template, null).map(texts -> template.fill(texts.in(language), parameters));
    }

    /** Needs the database only for a version that was not published at the last reading. */
    private Uni<TemplateTexts> texts(SmsTemplate template, @Nullable Integer version) {
        if (version == null) {
            return current().map(snapshot -> snapshot.of(template).texts());
        }
        Snapshot known = last;
        return known != null && known.of(template).number() == version
                ? Uni.createFrom().item(known.of(template).texts())
                : read.version(template, version);
    }

    private Uni<Snapshot> current() {
        Snapshot known = last;
        long now = nanoTime.getAsLong();
        return known != null && now - known.readAt() < config.readEvery().toNanos()
                ? Uni.createFrom().item(known)
                : read.published().map(found -> snapshot(found, now)).invoke(found -> last = found);
    }

    private static Snapshot snapshot(List<TemplateVersion> found, long readAt) {
        return new Snapshot(
                found.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                TemplateVersion::template,
                                version -> new Published(version.number(), version.texts()))),
                readAt);
    }
}
