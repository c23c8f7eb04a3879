@NullMarked
package io.zizhi.qualification.expiry;

import org.jspecify.annotations.NullMarked;
