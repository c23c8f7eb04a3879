@NullMarked
package io.zizhi.qualification.bulk;

import org.jspecify.annotations.NullMarked;
