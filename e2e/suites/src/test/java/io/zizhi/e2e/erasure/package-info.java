/** Proves that an erased account is erased: in databases, objects, topics, logs and backups. */
@NullMarked
package io.zizhi.e2e.erasure;

import org.jspecify.annotations.NullMarked;
