package tingting.moderation;

/// How much there is on the server.
///
/// @param users active accounts
/// @param closedUsers accounts that are closed
/// @param messages that were ever sent
/// @param openReports that wait
record Totals(long users, long closedUsers, long rooms, long messages, long openReports) {}
