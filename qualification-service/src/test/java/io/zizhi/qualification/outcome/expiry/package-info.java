@NullMarked
package io.zizhi.qualification.outcome.expiry;

import org.jspecify.annotations.NullMarked;
