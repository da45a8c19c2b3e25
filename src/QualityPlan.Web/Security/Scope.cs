namespace QualityPlan.Web.Security;

/// <summary>How far a permission reaches. Queries and commands enforce it with the actor's unit.</summary>
public enum Scope
{
    /// <summary>Only what belongs to the account itself.</summary>
    Self,

    /// <summary>What belongs to the actor's unit; other units' ids answer like unknown ones.</summary>
    OwnUnit,

    /// <summary>The whole library.</summary>
    Any,
}
