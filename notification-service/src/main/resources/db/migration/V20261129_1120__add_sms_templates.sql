-- The texts of all messages, as data (docs/sms-templates.md). Version 1 of each is the text that older releases have in
-- their code.

-- The change takes a moment, but requests queue behind it while it waits for its lock.
set local lock_timeout = '5s';

create table sms_template (
    name      varchar(50) primary key,
    -- The version that messages are made from.
    published integer     not null,
    newest    integer     not null,
    version   bigint      not null,
    check (published between 1 and newest)
);

-- The texts of a version never change.
create table sms_template_version (
    name         varchar(50)  not null references sms_template,
    number       integer      not null,
    zh           varchar(500) not null,
    en           varchar(500) not null,
    -- The token subject of the operator; null for the texts of a release.
    created_by   text,
    created_at   timestamptz  not null,
    -- The last publication; null for a draft.
    published_at timestamptz,
    primary key (name, number)
);

-- Test messages of operators, counted per operator and day.
create table sms_test_send (
    message_id varchar(32) primary key,
    sent_by    text        not null,
    sent_at    timestamptz not null
);

create index sms_test_send_newest on sms_test_send (sent_by, sent_at desc);
create index sms_test_send_sent_at on sms_test_send (sent_at);

-- The version that a message was made from. Null in messages of older releases; they are made from the published one.
alter table sms_message add column template_version integer;

insert into sms_template (name, published, newest, version) values
    ('PHONE_CODE', 1, 1, 1),
    ('QUALIFICATION_APPROVED', 1, 1, 1),
    ('QUALIFICATION_REJECTED', 1, 1, 1),
    ('QUALIFICATION_SUPPLEMENT_REQUESTED', 1, 1, 1),
    ('QUALIFICATION_EXPIRING', 1, 1, 1),
    ('QUALIFICATION_EXPIRED', 1, 1, 1),
    ('QUALIFICATION_SUSPENDED', 1, 1, 1),
    ('QUALIFICATION_REINSTATED', 1, 1, 1),
    ('QUALIFICATION_REVOKED', 1, 1, 1),
    ('LETTER_APPROVED', 1, 1, 1),
    ('LETTER_REJECTED', 1, 1, 1),
    ('LETTER_SUPPLEMENT_REQUESTED', 1, 1, 1),
    ('LETTER_EXPIRING', 1, 1, 1),
    ('LETTER_EXPIRED', 1, 1, 1),
    ('STAFF_REVIEWS_WARNED', 1, 1, 1),
    ('STAFF_REVIEWS_BREACHED', 1, 1, 1),
    ('STAFF_REVIEWS_ESCALATED', 1, 1, 1);

insert into sms_template_version (name, number, zh, en, created_at, published_at) values
    ('PHONE_CODE', 1,
        '您的验证码是 {code}，{minutes} 分钟内有效，仅用于短信资质申请，请勿告知他人。',
        'Your code is {code}. It is valid for {minutes} minutes and only for an SMS qualification. Do not share it.',
        now(), now()),
    ('QUALIFICATION_APPROVED', 1,
        '您的短信资质“{name}”（工单 {workOrder}）已通过审核。',
        'Your SMS qualification "{name}" (work order {workOrder}) was approved.',
        now(), now()),
    ('QUALIFICATION_REJECTED', 1,
        '您的短信资质“{name}”（工单 {workOrder}）未通过审核，共 {count} 条原因：{list}。请登录查看处理建议，修改后重新提交或新建申请。',
        'Your SMS qualification "{name}" (work order {workOrder}) was rejected for {count} reason(s): {list}. Please log in to read the advice, then correct it and submit again, or file a new one.',
        now(), now()),
    ('QUALIFICATION_SUPPLEMENT_REQUESTED', 1,
        '您的短信资质“{name}”（工单 {workOrder}）需要补充资料，共 {count} 项：{list}。请补充后重新提交。',
        'Your SMS qualification "{name}" (work order {workOrder}) needs {count} more item(s): {list}. Please add them and submit again.',
        now(), now()),
    ('QUALIFICATION_EXPIRING', 1,
        '您的短信资质“{name}”的{list}将于 {endsOn} 到期（剩余 {days} 天）。请及时更新资料并提交资质变更，到期后无法再新增签名，已有签名不受影响。',
        'SMS qualification "{name}": {list} will expire after {endsOn} (days left: {days}). Please update the documents and submit an amendment. After expiry you cannot add signatures; existing ones stay valid.',
        now(), now()),
    ('QUALIFICATION_EXPIRED', 1,
        '您的短信资质“{name}”的{list}已于 {endsOn} 到期，无法再新增签名，已有签名不受影响。请更新资料并提交资质变更。',
        'SMS qualification "{name}": {list} was valid until {endsOn} and has expired. You cannot add signatures; existing signatures stay valid. Please update the documents and submit an amendment.',
        now(), now()),
    ('QUALIFICATION_SUSPENDED', 1,
        '您的短信资质“{name}”已被暂停使用，原因：{list}。暂停期间无法新增签名，已绑定的签名不受影响。请登录查看说明并及时处理。',
        'Your SMS qualification "{name}" was suspended: {list}. You cannot add signatures until it is reinstated; existing signatures stay bound. Please read the note and resolve the reason.',
        now(), now()),
    ('QUALIFICATION_REINSTATED', 1,
        '您的短信资质“{name}”已恢复使用，原因：{list}。可以继续新增签名。',
        'Your SMS qualification "{name}" was reinstated: {list}. You can add signatures again.',
        now(), now()),
    ('QUALIFICATION_REVOKED', 1,
        '您的短信资质“{name}”已被撤销，原因：{list}。无法再新增签名，已绑定的签名不受影响。如需继续使用，请修改资质并重新提交审核。',
        'Your SMS qualification "{name}" was revoked: {list}. You cannot add signatures; existing signatures stay bound. To use it again, please submit an amendment.',
        now(), now()),
    ('LETTER_APPROVED', 1,
        '您的授权委托书“{name}”（工单 {workOrder}）已通过审核。',
        'Your authorization letter "{name}" (work order {workOrder}) was approved.',
        now(), now()),
    ('LETTER_REJECTED', 1,
        '您的授权委托书“{name}”（工单 {workOrder}）未通过审核，共 {count} 条原因：{list}。请修改后重新提交。',
        'Your authorization letter "{name}" (work order {workOrder}) was rejected for {count} reason(s): {list}. Please correct it and submit again.',
        now(), now()),
    ('LETTER_SUPPLEMENT_REQUESTED', 1,
        '您的授权委托书“{name}”（工单 {workOrder}）需要补充资料，共 {count} 项：{list}。请补充后重新提交。',
        'Your authorization letter "{name}" (work order {workOrder}) needs {count} more item(s): {list}. Please add them and submit again.',
        now(), now()),
    ('LETTER_EXPIRING', 1,
        '您的授权委托书“{name}”将于 {endsOn} 到期（剩余 {days} 天）。请在到期前重新出具并提交新的授权委托书，到期后不能再用于新增签名。',
        'Your authorization letter "{name}" will expire after {endsOn} (days left: {days}). Please submit a new letter before that; this letter cannot authorise new signatures afterwards.',
        now(), now()),
    ('LETTER_EXPIRED', 1,
        '您的授权委托书“{name}”已于 {endsOn} 到期，不能再用于新增签名，已有签名不受影响。请重新出具并提交新的授权委托书。',
        'Your authorization letter "{name}" was valid until {endsOn} and has expired. It cannot authorise new signatures; existing signatures stay valid. Please submit a new letter.',
        now(), now()),
    ('STAFF_REVIEWS_WARNED', 1,
        '最近 {minutes} 分钟有 {count} 个审核工单即将超时，其中最早一个应于 {oldest} 前完成，工单号：{list}。请及时处理。',
        '{count} review(s) came close to their target in the last {minutes} minute(s); oldest due {oldest}; first work orders {list}.',
        now(), now()),
    ('STAFF_REVIEWS_BREACHED', 1,
        '最近 {minutes} 分钟有 {count} 个审核工单超时，其中最早一个应于 {oldest} 前完成，工单号：{list}。请尽快处理。',
        '{count} review(s) breached their target in the last {minutes} minute(s); oldest due {oldest}; first work orders {list}.',
        now(), now()),
    ('STAFF_REVIEWS_ESCALATED', 1,
        '最近 {minutes} 分钟有 {count} 个审核工单严重超时，已升级，其中最早一个应于 {oldest} 前完成，工单号：{list}。请立即处理。',
        '{count} review(s) were escalated in the last {minutes} minute(s); oldest due {oldest}; first work orders {list}.',
        now(), now());
