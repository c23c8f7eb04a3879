package io.zizhi.document.pinning;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.pinning.NamesView.NamedView;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.FileNames;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds documents of an account by file name, for sheets that use names instead of ids. Changes nothing. */
@ApplicationScoped
public class FindNamed {

    /** Reads a bounded number of documents per name. A file uploaded twice as the same kind counts once. */
    static final String FIND = """
            select wanted.name_index, found.id, found.kind
            from unnest(cast(:indexes as text[])) as wanted(name_index)
            cross join lateral (
                select distinct on (d.kind, d.sha256) d.id, d.kind
                from document d
                where d.account_id = :accountId and d.file_name_index = wanted.name_index
                  and d.status <> 'QUARANTINED'
                order by d.kind, d.sha256, d.stored_at desc limit 20) as found
            order by found.kind, found.id
            """;

    private final FileNames names;

    FindNamed(FileNames names) {
        this.names = names;
    }

    @WithSession
    public Uni<NamesView> find(NamesRequest request) {
        List<String> wanted = request.fileNames().stream().distinct().toList();
        return new NativeQuery(FIND)
                .with("accountId", request.accountId())
                .with("indexes", wanted.stream().map(names::indexOf).distinct().toArray(String[]::new))
                .rows()
                .map(rows -> view(
                        wanted, rows.stream().collect(Collectors.groupingBy(row -> row.text("name_index")))));
    }

    private NamesView view(List<String> wanted, Map<String, List<Row>> found) {
        return new NamesView(wanted.stream()
                .flatMap(name -> found.getOrDefault(names.indexOf(name), List.of()).stream()
                        .map(row -> new NamedView(name, row.text("id"), DocumentKind.valueOf(row.text("kind")))))
                .toList());
    }
}
