/**
 * What the audit chains and the encryption cost a submission: the same path with each of them switched off. Only this
 * measurement can switch them off, in its own database and in a copy of the packaged service.
 */
@NullMarked
package io.zizhi.bench.protection;

import org.jspecify.annotations.NullMarked;
