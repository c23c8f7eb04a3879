/**
 * Verifies the audit log page by page: first the anchors and the heads that they hold, then the rows that are older than
 * the chains, then the rows of each chain, then the heads.
 */
@NullMarked
package io.zizhi.platform.operations.audit.verification;

import org.jspecify.annotations.NullMarked;
