package io.zizhi.document.pinning.naming;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.pinning.naming.NamedRepository.Found;
import io.zizhi.document.pinning.naming.NamesView.NamedView;
import io.zizhi.document.storage.FileNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Finds documents of an account by file name, for sheets that use names instead of ids. Changes nothing. */
@ApplicationScoped
public class FindNamed {

    private final NamedRepository documents;
    private final FileNames names;

    FindNamed(NamedRepository documents, FileNames names) {
        this.documents = documents;
        this.names = names;
    }

    @WithSession
    public Uni<NamesView> find(NamesRequest request) {
        List<String> wanted = request.fileNames().stream().distinct().toList();
        List<String> indexes = wanted.stream().map(names::indexOf).distinct().toList();
        return documents.find(request.accountId(), indexes).map(found -> view(wanted, found));
    }

    private NamesView view(List<String> wanted, Map<String, List<Found>> found) {
        return new NamesView(wanted.stream()
                .flatMap(name -> found.getOrDefault(names.indexOf(name), List.of()).stream()
                        .map(document -> new NamedView(name, document.id(), document.kind())))
                .toList());
    }
}
