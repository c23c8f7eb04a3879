package io.zizhi.document.pinning.naming;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.pinning.check.TouchDocuments;
import io.zizhi.document.pinning.naming.NamedRepository.Found;
import io.zizhi.document.pinning.naming.NamesView.NamedView;
import io.zizhi.document.storage.FileNames;
import io.zizhi.platform.privacy.encryption.BlindHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds documents of an account by file name, for sheets that use names instead of ids. The removal period of the found
 * documents restarts.
 */
@ApplicationScoped
public class FindNamed {

    private static final int PER_NAME = 20;

    private final NamedRepository documents;
    private final FileNames names;
    private final TouchDocuments touch;

    FindNamed(NamedRepository documents, FileNames names, TouchDocuments touch) {
        this.documents = documents;
        this.names = names;
        this.touch = touch;
    }

    @WithSession
    public Uni<NamesView> find(NamesRequest request) {
        List<String> wanted = request.fileNames().stream().distinct().toList();
        Map<String, BlindHash> indexes = wanted.stream().collect(Collectors.toMap(Function.identity(), names::indexOf));
        List<BlindHash> distinct = indexes.values().stream().distinct().toList();
        return documents
                .find(request.accountId(), distinct)
                .call(found -> touch(found, request.accountId()))
                .map(found -> view(wanted, indexes, found));
    }

    private Uni<Void> touch(Map<String, List<Found>> found, String accountId) {
        List<String> ids =
                found.values().stream().flatMap(List::stream).map(Found::id).toList();
        return ids.isEmpty() ? Uni.createFrom().voidItem() : touch.touch(ids, accountId);
    }

    private static NamesView view(List<String> wanted, Map<String, BlindHash> indexes, Map<String, List<Found>> found) {
        return new NamesView(wanted.stream()
                .flatMap(name ->
                        found
                                .getOrDefault(
                                        Objects.requireNonNull(indexes.get(name))
                                                .stored(),
                                        List.of())
                                .stream()
                                .limit(PER_NAME)
                                .map(document -> new NamedView(name, document.id(), document.kind())))
                .toList());
    }
}
