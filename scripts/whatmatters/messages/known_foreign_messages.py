"""What the system, the YAML reader and Pydantic say of a file, word for word as they say it.

In English their words stand as they are, in Welsh as the catalogue has them. A sentence that is missing here is quoted.
"""

from __future__ import annotations

from .foreign_message import ForeignMessage, heard
from .message import Message

SYSTEM = (
    ForeignMessage("No such file or directory"),
    ForeignMessage("Permission denied"),
    ForeignMessage("Operation not permitted"),
    ForeignMessage("Is a directory"),
    ForeignMessage("Not a directory"),
    ForeignMessage("File name too long"),
    ForeignMessage("Too many levels of symbolic links"),
    ForeignMessage("Too many open files"),
    ForeignMessage("Input/output error"),
    ForeignMessage("Invalid argument"),
)

#: libyaml's, in the order of its source; then those of PyYAML, which builds values; then those of Python's dates.
YAML = (
    ForeignMessage("control characters are not allowed"),
    ForeignMessage("could not find expected ':'"),
    ForeignMessage("block sequence entries are not allowed in this context"),
    ForeignMessage("mapping keys are not allowed in this context"),
    ForeignMessage("mapping values are not allowed in this context"),
    ForeignMessage("found character that cannot start any token"),
    ForeignMessage("could not find expected directive name"),
    ForeignMessage("found unexpected non-alphabetical character"),
    ForeignMessage("found unknown directive name"),
    ForeignMessage("did not find expected comment or line break"),
    ForeignMessage("did not find expected version number"),
    ForeignMessage("found extremely long version number"),
    ForeignMessage("did not find expected digit or '.' character"),
    ForeignMessage("did not find expected whitespace"),
    ForeignMessage("did not find expected whitespace or line break"),
    ForeignMessage("did not find expected alphabetic or numeric character"),
    ForeignMessage("did not find the expected '>'"),
    ForeignMessage("did not find expected '!'"),
    ForeignMessage("did not find expected tag URI"),
    ForeignMessage("did not find URI escaped octet"),
    ForeignMessage("found an indentation indicator equal to 0"),
    ForeignMessage("found a tab character where an indentation space is expected"),
    ForeignMessage("found a tab character that violates indentation"),
    ForeignMessage("found unexpected document indicator"),
    ForeignMessage("found unexpected end of stream"),
    ForeignMessage("found unknown escape character"),
    ForeignMessage("did not find expected hexdecimal number"),
    ForeignMessage("found invalid Unicode character escape code"),
    ForeignMessage("found unexpected ':'"),
    ForeignMessage("did not find expected <document start>"),
    ForeignMessage("found undefined tag handle"),
    ForeignMessage("did not find expected node content"),
    ForeignMessage("did not find expected '-' indicator"),
    ForeignMessage("did not find expected key"),
    ForeignMessage("did not find expected ',' or ']'"),
    ForeignMessage("did not find expected ',' or '}}'"),
    ForeignMessage("found duplicate %YAML directive"),
    ForeignMessage("found incompatible YAML document"),
    ForeignMessage("found duplicate %TAG directive"),
    ForeignMessage("but found another document"),
    ForeignMessage("found unhashable key"),
    ForeignMessage("could not determine a constructor for the tag '{tag}'"),
    ForeignMessage("expected a mapping for merging, but found {kind}"),
    ForeignMessage("expected a mapping or list of mappings for merging, but found {kind}"),
    ForeignMessage("month must be in 1..12"),
    ForeignMessage("day is out of range for month"),
    ForeignMessage("year {year} is out of range"),
    ForeignMessage("hour must be in 0..23"),
    ForeignMessage("minute must be in 0..59"),
    ForeignMessage("second must be in 0..59"),
    ForeignMessage(
        "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {given}."
    ),
    ForeignMessage("invalid literal for int() with base {base}: {value}"),
    ForeignMessage(
        "Exceeds the limit ({limit} digits) for integer string conversion: value has {count} digits; "
        "use sys.set_int_max_str_digits() to increase the limit"
    ),
)

#: Pydantic's, with a small letter first, because they stand within a sentence of ours.
MODEL = (
    ForeignMessage("input should be a valid string"),
    ForeignMessage("input should be a valid string, unable to parse raw data as a unicode string"),
    ForeignMessage("string should have at least {least} character"),
    ForeignMessage("string should have at least {least} characters"),
    ForeignMessage("string should have at most {most} character"),
    ForeignMessage("string should have at most {most} characters"),
    ForeignMessage("string should match pattern '{pattern}'"),
    ForeignMessage("input should be a valid tuple"),
    ForeignMessage("tuple should have at least {least} item after validation, not {given}"),
    ForeignMessage("tuple should have at least {least} items after validation, not {given}"),
    ForeignMessage("input should be a valid dictionary"),
    ForeignMessage("input should be a valid dictionary or instance of {model}"),
    ForeignMessage("input should be a valid boolean"),
    ForeignMessage("input should be a valid boolean, unable to interpret input"),
    ForeignMessage("input should be a valid integer"),
    ForeignMessage("input should be a valid integer, unable to parse string as an integer"),
    ForeignMessage("input should be a valid integer, got a number with a fractional part"),
    ForeignMessage("unable to parse input string as an integer, exceeded maximum size"),
    ForeignMessage("input should be a finite number"),
    ForeignMessage("input should be greater than or equal to {least}"),
    ForeignMessage("input should be less than or equal to {most}"),
    ForeignMessage("input should be a valid date"),
    ForeignMessage("input should be a valid date in the format YYYY-MM-DD, {why}"),
    ForeignMessage("input should be a valid date or datetime, {why}"),
    ForeignMessage("datetimes provided to dates should have zero time - e.g. be exact dates"),
    ForeignMessage("input is too short"),
    ForeignMessage("invalid character in year"),
    ForeignMessage("invalid character in month"),
    ForeignMessage("invalid character in day"),
    ForeignMessage("invalid character in hour"),
    ForeignMessage("invalid character in minute"),
    ForeignMessage("invalid character in second"),
    ForeignMessage("month value is outside expected range of 1-12"),
    ForeignMessage("day value is outside expected range"),
    ForeignMessage("hour value is outside expected range of 0-23"),
    ForeignMessage("minute value is outside expected range of 0-59"),
    ForeignMessage("second value is outside expected range of 0-59"),
    ForeignMessage("second fraction digits missing after `.`"),
    ForeignMessage("invalid date separator, expected `-`"),
    ForeignMessage("invalid time separator, expected `:`"),
    ForeignMessage("invalid datetime separator, expected `T`, `t`, `_` or space"),
    ForeignMessage("invalid timezone hour"),
    ForeignMessage("invalid timezone minute"),
    ForeignMessage("timezone offset must be less than 24 hours"),
    ForeignMessage("unexpected extra characters at the end of the input"),
    ForeignMessage("dates after 9999 are not supported as unix timestamps"),
    ForeignMessage("NaN values not permitted"),
    ForeignMessage("year {year} is out of range"),
    ForeignMessage("input should be a valid URL, {why}"),
    ForeignMessage("input is empty"),
    ForeignMessage("relative URL without a base"),
    ForeignMessage("empty host"),
    ForeignMessage("invalid port number"),
    ForeignMessage("invalid IPv4 address"),
    ForeignMessage("invalid IPv6 address"),
    ForeignMessage("invalid international domain name"),
    ForeignMessage("uRL scheme should be '{one}' or '{other}'"),
    ForeignMessage("uRL input should be a string or URL"),
    ForeignMessage("uRL should have at most {most} characters"),
)


def of_system(error: OSError) -> Message:
    """Why the system did not do what it was asked."""
    return heard(str(error.strerror), SYSTEM)


def of_yaml(problem: str) -> Message:
    """Why a text is no YAML, or holds a value that is none."""
    return heard(problem, YAML)


def of_model(message: str) -> Message:
    """Why a value does not fit its field."""
    return heard(message[:1].lower() + message[1:], MODEL)
