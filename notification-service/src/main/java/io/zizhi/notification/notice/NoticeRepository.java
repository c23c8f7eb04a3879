package io.zizhi.notification.notice;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class NoticeRepository implements PanacheRepositoryBase<Notice, String> {}
