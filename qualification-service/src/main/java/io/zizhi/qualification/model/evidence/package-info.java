/**
 * Expiry dates of a qualification's evidence: certificate, id documents and letter. Long-term evidence never expires.
 */
@NullMarked
package io.zizhi.qualification.model.evidence;

import org.jspecify.annotations.NullMarked;
