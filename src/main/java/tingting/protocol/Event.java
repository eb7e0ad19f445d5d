package tingting.protocol;

/// What is told to living connections. Whether it is numbered and kept ([RoomEvent]), or only told ([RoomSignal],
/// [UserEvent]).
public sealed interface Event permits RoomEvent, RoomSignal, UserEvent {}
